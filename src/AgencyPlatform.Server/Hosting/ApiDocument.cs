using AgencyPlatform.Server.Commands;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AgencyPlatform.Server.Hosting;

/// <summary>The API's own description at <c>/openapi/v1.json</c>.</summary>
internal static class ApiDocument
{
    private const string Key = "apiKey";
    private const string Session = "session";

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "AgencyPlatform";
            document.Info.Version = "v1";
            document.Info.Description = "Cases of Amazon seller accounts. Texts come in English or Chinese, by ?lang= or Accept-Language. Errors are problem details with a stable code.";
            document.Servers = [];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
            {
                [Key] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "Authorization: Bearer apk_live_…" },
                [Session] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = "agency.session", Description = "The log-in cookie" },
            };
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            // Instants have a converter of ours, which the schema generator cannot look into.
            if ((Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type) == typeof(DateTimeOffset))
            {
                schema.Type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) is null ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
                schema.Format = "date-time";
            }

            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            if (metadata.OfType<IAllowAnonymous>().Any()) { return Task.CompletedTask; }
            operation.Security =
            [
                new() { [new OpenApiSecuritySchemeReference(Key, context.Document)] = [] },
                new() { [new OpenApiSecuritySchemeReference(Session, context.Document)] = [] },
            ];
            operation.Responses ??= [];
            operation.Responses.TryAdd("401", new OpenApiResponse { Description = "Nobody is logged in" });
            operation.Responses.TryAdd("403", new OpenApiResponse { Description = "Not for this role" });
            if (context.Description.HttpMethod is not ("GET" or null))
            {
                (operation.Parameters ??= []).Add(new OpenApiParameter
                {
                    Name = IdempotencyKeys.Header,
                    In = ParameterLocation.Header,
                    Required = metadata.OfType<NeedsIdempotencyKey>().Any(),
                    Description = "16 to 255 visible characters; the same key with the same request gets the same answer for 48 hours.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                });
            }

            return Task.CompletedTask;
        });
    });
}
