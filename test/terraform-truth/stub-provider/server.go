package main

import (
	"context"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// server answers what Terraform asks while it plans, and nothing else.
type server struct {
	tfprotov6.ProviderServer
	schemas Schemas
}

func (s server) GetMetadata(context.Context, *tfprotov6.GetMetadataRequest) (*tfprotov6.GetMetadataResponse, error) {
	return &tfprotov6.GetMetadataResponse{ServerCapabilities: &tfprotov6.ServerCapabilities{}}, nil
}

func (s server) GetProviderSchema(context.Context, *tfprotov6.GetProviderSchemaRequest) (*tfprotov6.GetProviderSchemaResponse, error) {
	return &tfprotov6.GetProviderSchemaResponse{
		Provider:           &tfprotov6.Schema{Block: schemaOf(s.schemas.Provider)},
		ResourceSchemas:    allSchemas(s.schemas.Resources),
		DataSourceSchemas:  allSchemas(s.schemas.Data),
		ServerCapabilities: &tfprotov6.ServerCapabilities{},
	}, nil
}

func allSchemas(blocks map[string]*Block) map[string]*tfprotov6.Schema {
	made := map[string]*tfprotov6.Schema{}
	for name, block := range blocks {
		made[name] = &tfprotov6.Schema{Block: schemaOf(block)}
	}
	return made
}

func (s server) GetResourceIdentitySchemas(context.Context, *tfprotov6.GetResourceIdentitySchemasRequest) (*tfprotov6.GetResourceIdentitySchemasResponse, error) {
	return &tfprotov6.GetResourceIdentitySchemasResponse{}, nil
}

func (s server) GetFunctions(context.Context, *tfprotov6.GetFunctionsRequest) (*tfprotov6.GetFunctionsResponse, error) {
	return &tfprotov6.GetFunctionsResponse{}, nil
}

func (s server) ValidateProviderConfig(_ context.Context, r *tfprotov6.ValidateProviderConfigRequest) (*tfprotov6.ValidateProviderConfigResponse, error) {
	return &tfprotov6.ValidateProviderConfigResponse{PreparedConfig: r.Config}, nil
}

func (s server) ConfigureProvider(context.Context, *tfprotov6.ConfigureProviderRequest) (*tfprotov6.ConfigureProviderResponse, error) {
	return &tfprotov6.ConfigureProviderResponse{}, nil
}

func (s server) StopProvider(context.Context, *tfprotov6.StopProviderRequest) (*tfprotov6.StopProviderResponse, error) {
	return &tfprotov6.StopProviderResponse{}, nil
}

func (s server) ValidateResourceConfig(context.Context, *tfprotov6.ValidateResourceConfigRequest) (*tfprotov6.ValidateResourceConfigResponse, error) {
	return &tfprotov6.ValidateResourceConfigResponse{}, nil
}

func (s server) ValidateDataResourceConfig(context.Context, *tfprotov6.ValidateDataResourceConfigRequest) (*tfprotov6.ValidateDataResourceConfigResponse, error) {
	return &tfprotov6.ValidateDataResourceConfigResponse{}, nil
}

func (s server) UpgradeResourceState(context.Context, *tfprotov6.UpgradeResourceStateRequest) (*tfprotov6.UpgradeResourceStateResponse, error) {
	return &tfprotov6.UpgradeResourceStateResponse{}, nil
}

func (s server) ReadResource(_ context.Context, r *tfprotov6.ReadResourceRequest) (*tfprotov6.ReadResourceResponse, error) {
	return &tfprotov6.ReadResourceResponse{NewState: r.CurrentState}, nil
}

// PlanResourceChange leaves all that is computed, and not written, unknown.
func (s server) PlanResourceChange(_ context.Context, r *tfprotov6.PlanResourceChangeRequest) (*tfprotov6.PlanResourceChangeResponse, error) {
	block := s.schemas.Resources[r.TypeName]
	planned, err := filled(r.ProposedNewState, block, func(string) tftypes.Value {
		return tftypes.NewValue(tftypes.DynamicPseudoType, tftypes.UnknownValue)
	})
	return &tfprotov6.PlanResourceChangeResponse{PlannedState: planned}, err
}

// ReadDataSource answers with what it was told, and makes up the rest.
func (s server) ReadDataSource(_ context.Context, r *tfprotov6.ReadDataSourceRequest) (*tfprotov6.ReadDataSourceResponse, error) {
	state, err := filled(r.Config, s.schemas.Data[r.TypeName], func(name string) tftypes.Value {
		answer, told := s.schemas.Answers[r.TypeName][name]
		if !told {
			answer = "made-up-" + name
		}
		return tftypes.NewValue(tftypes.String, answer)
	})
	return &tfprotov6.ReadDataSourceResponse{State: state}, err
}

// filled is the value with something in the place of each computed attribute that is null.
func filled(value *tfprotov6.DynamicValue, block *Block, fill func(name string) tftypes.Value) (*tfprotov6.DynamicValue, error) {
	objectType := typeOf(block)
	object, err := value.Unmarshal(objectType)
	if err != nil || object.IsNull() {
		return value, err
	}
	attributes := map[string]tftypes.Value{}
	if err := object.As(&attributes); err != nil {
		return nil, err
	}
	for name, kind := range block.Attributes {
		if kind != "optional" && attributes[name].IsNull() {
			attributes[name] = fill(name)
		}
	}
	made, err := tfprotov6.NewDynamicValue(objectType, tftypes.NewValue(objectType, attributes))
	return &made, err
}
