using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Modellstadt.App.Hosting;

/// <summary>The OpenAPI document of the addresses for scripts.</summary>
internal static class ManagementDocument
{
    private const string KeyScheme = "managementKey";

    public static void AddManagementDocument(this IServiceCollection services) => services.AddOpenApi("v1", document =>
    {
        document.ShouldInclude = description => description.RelativePath?.StartsWith("management/", StringComparison.Ordinal) is true;
        document.AddDocumentTransformer(Describe);
    });

    public static void MapManagementDocument(this IEndpointRouteBuilder endpoints) => endpoints.MapOpenApi("/openapi/{documentName}.json");

    private static Task Describe(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo { Title = "Modellstadt management API", Version = "v1" };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[KeyScheme] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "The management key: ./run prints where it is; otherwise Management:Key.",
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(KeyScheme, document)] = [] }];
        return Task.CompletedTask;
    }
}
