import { describe, expect, test } from 'vitest';

import { show } from '../cloudformation/show.ts';
import { declarationOf, onlyStack, read } from './read.ts';

describe('providers', () => {
  const providers = `
provider "aws" {
  region = "eu-west-1"
  default_tags { tags = { team = "ml" } }
}
provider "aws" {
  alias  = "other"
  region = "us-east-1"
  assume_role { role_arn = "arn:aws:iam::222233334444:role/deploy" }
}
data "aws_region" "r" {}
`;
  const placed = (text: string, name: string) => {
    const { account, region, partition, tags } = declarationOf(
      read(providers + text, { placement: () => ({ account: '111122223333' }) }),
      name,
    );
    return [account, region, partition, tags].map(value => value && show(value));
  };

  test('say where the stack is', () => {
    const { account, region, partition } = onlyStack(
      read(providers, { placement: () => ({ account: '111122223333' }) }),
    );
    expect([account, region, partition].map(show)).toEqual(['111122223333', 'eu-west-1', 'aws']);
  });

  test('with an alias say where a resource is', () => {
    expect(placed('resource "aws_x" "x" { provider = aws.other }', 'aws_x.x')).toEqual([
      '222233334444',
      'us-east-1',
      'aws',
      undefined,
    ]);
  });

  test('of the default one put tags on all that they make', () => {
    expect(placed('resource "aws_x" "x" {}', 'aws_x.x')).toEqual([
      undefined,
      undefined,
      undefined,
      { team: 'ml' },
    ]);
  });

  test('yield to the region that a resource names', () => {
    expect(placed('resource "aws_x" "x" { region = "eu-north-1" }', 'aws_x.x')).toEqual([
      '111122223333',
      'eu-north-1',
      'aws',
      { team: 'ml' },
    ]);
  });

  test('are never guessed', () => {
    const { region } = onlyStack(read('resource "aws_x" "x" { v = 1 }'));
    expect(show(region)).toEqual({ set: 'the region is not known; pass --region' });
  });
});

function regionBesideAws(given: string): unknown {
  const text = `
provider "aws" { region = "eu-west-1" }
provider "awscc" {${given}}
resource "awscc_x" "x" {}`;
  const { region } = declarationOf(read(text), 'awscc_x.x');
  return region && show(region);
}

test('a provider of the Cloud Control API has a region of its own', () => {
  expect(regionBesideAws('region = "us-east-1"')).toEqual('us-east-1');
  expect(regionBesideAws('')).toEqual({ set: 'the region is not known; pass --region' });
});
