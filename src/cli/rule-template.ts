/** A rule that loads, with every key explained; `rules new` writes it. */
export const ruleTemplate = (id: string): string => `id: ${id}
# The desired state, in one sentence.
title: Bedrock agents carry an owner tag
severity: medium # critical, high, medium, low
confidence: high # how sure a failure is a real problem
# A resource type, a list, or globs. Or, to say that something exists: \`scope: account-region\` (stack, account, …).
for: AWS::Bedrock::Agent
# What an organisation decides; \`required: true\` instead of a default when there is no good one.
params:
  ownerTag: { type: string, default: owner, description: The key of the tag that names the owner. }
# let:   { name: expression }      named expressions, in order
# each:  { element: expression }   one verdict for each element of a list
# where: expression                the rule applies where it is true
assert:
  # The good state. Optional properties need a guard: has(r.X) && …, or r.?X.orValue(what AWS applies).
  - expr: params.ownerTag in r.tags
    message: "Agent {{ r.AgentName }} has no tag {{ params.ownerTag }}."
    at: r.Tags
why: >-
  Nobody knows whom to ask when the agent misbehaves. Say here what goes wrong, in two sentences.
fix:
  summary: Add the tag.
  cloudformation: |
    Agent:
      Type: AWS::Bedrock::Agent
      Properties:
        Tags:
          owner: team-name
themes: [inventory-tagging]
references:
  - https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrock-agent.html
since: "0.1"
`;

/** Cases of that rule, one for each verdict that a rule needs; they hold. */
export const casesTemplate = (): string => `cases:
  - name: a tag of another name
    expect: fail
    cloudformation:
      Resources:
        Agent:
          Type: AWS::Bedrock::Agent
          Properties:
            AgentName: support
            Tags: { team: ml }
    messages: [Agent support has no tag owner.]
  - name: no tags at all
    expect: fail
    leftOut: Tags
    cloudformation:
      Resources:
        Agent:
          Type: AWS::Bedrock::Agent
          Properties:
            AgentName: support
  - name: the tag is there
    expect: pass
    cloudformation:
      Resources:
        Agent:
          Type: AWS::Bedrock::Agent
          Properties:
            AgentName: support
            Tags: { owner: team-search }
  - name: the tags come from another stack
    expect: unknown
    cloudformation:
      Resources:
        Agent:
          Type: AWS::Bedrock::Agent
          Properties:
            AgentName: support
            Tags: !ImportValue common-tags
`;
