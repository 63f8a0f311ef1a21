using System.Net;

namespace Modellstadt.Testing;

/// <summary>Keeps a browser's cookies on its way to a <see cref="TestTown"/>.</summary>
/// <param name="town">The way (<see cref="TestTown.Line"/>).</param>
public sealed class CookieLine(HttpMessageHandler town) : DelegatingHandler(town)
{
    private readonly CookieContainer cookies = new();

    /// <summary>The value of a cookie that the town has set.</summary>
    public string Value(Uri portal, string name) => cookies.GetCookies(portal)[name]!.Value;

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (cookies.GetCookieHeader(request.RequestUri!) is { Length: > 0 } sent)
            request.Headers.Add("Cookie", sent);
        var answer = await base.SendAsync(request, cancellationToken);
        foreach (var received in answer.Headers.TryGetValues("Set-Cookie", out var values) ? values : [])
            cookies.SetCookies(request.RequestUri!, received);
        return answer;
    }
}
