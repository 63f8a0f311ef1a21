using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.App.Hosting;

/// <summary>The OpenAPI document of what programs of others may ask about parking: <c>/openapi/parking.json</c>.</summary>
internal static class ParkingDocument
{
    private const string TokenScheme = "clientCredentials";

    public static void AddParkingDocument(this IServiceCollection services) => services.AddOpenApi("parking", document =>
    {
        document.ShouldInclude = description => description.RelativePath?.StartsWith("api/parking/", StringComparison.Ordinal) is true;
        document.AddDocumentTransformer(Describe);
    });

    private static Task Describe(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        var services = context.ApplicationServices;
        var scopes = services.GetServices<ApiScope>().Where(scope => scope.Audience.StartsWith("/api/parking/", StringComparison.Ordinal)).ToDictionary(scope => scope.Name, scope => scope.Summary);
        document.Info = new OpenApiInfo { Title = "Modellstadt parking interface", Version = "v1" };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[TokenScheme] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.OAuth2,
            Description = "The town makes a client and gives it its secret; tokens count for minutes.",
            Flows = new OpenApiOAuthFlows
            {
                ClientCredentials = new OpenApiOAuthFlow { TokenUrl = new Uri(services.GetRequiredService<IOptions<TownOptions>>().Value.At("/oauth/token")), Scopes = scopes },
            },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(TokenScheme, document)] = [.. scopes.Keys] }];
        return Task.CompletedTask;
    }
}
