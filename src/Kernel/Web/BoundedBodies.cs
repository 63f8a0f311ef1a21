using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;

namespace Modellstadt.Kernel.Web;

/// <summary>Limits of an endpoint, set before its body is read.</summary>
public static class BoundedBodies
{
    /// <summary>Refuses bodies above this size with 413. The server's general limit is 64 KiB.</summary>
    public static TBuilder LimitBody<TBuilder>(this TBuilder endpoint, long bytes) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new BodyLimit(bytes));

    private sealed record BodyLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}
