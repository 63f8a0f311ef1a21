using Microsoft.AspNetCore.Http.Features;
using Modellstadt.Kernel.Tracing;
using Modellstadt.Kernel.Web;

namespace Modellstadt.App.Hosting;

/// <summary>
/// One line a request, and one step of its flow: method, route pattern, status, milliseconds, flow id. Never the address itself (it may carry a
/// code), never who asked.
/// </summary>
internal sealed partial class RequestLog(RequestDelegate next, TimeProvider time, ILogger<RequestLog> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var started = time.GetTimestamp();
        using var step = Flows.BeginStep(context.FlowId());
        try
        {
            await next(context);
        }
        finally
        {
            var route = (context.Features.Get<IEndpointFeature>()?.Endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)";
            step?.Answered(context.Request.Method, route, context.Response.StatusCode);
            Answered(context.Request.Method, route, context.Response.StatusCode, (long)time.GetElapsedTime(started).TotalMilliseconds, context.FlowId());
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Route} {Status} in {Milliseconds} ms, flow {Flow}")]
    private partial void Answered(string method, string route, int status, long milliseconds, string flow);
}
