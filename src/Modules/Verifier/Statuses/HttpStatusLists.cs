using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Towns;
using Modellstadt.Protocols.Credentials.StatusLists;

namespace Modellstadt.Verifier.Statuses;

/// <summary>
/// Fetches status lists. The address stands in a credential, so a stranger may have chosen it: only hosts on the list, only
/// https (the town's own origin excepted, and that of an issuer elsewhere whom an operator trusts), no redirects, bounded size and time, and only answers that call themselves status lists.
/// </summary>
internal sealed partial class HttpStatusLists(
    IHttpClientFactory clients, IOptions<TownOptions> town, IOptions<VerifierOptions> options, ILogger<HttpStatusLists> log)
{
    /// <summary>Name of the HTTP client.</summary>
    public const string ClientName = "verifier-status-lists";

    private const string Jwt = "application/" + StatusListToken.Type;

    private static readonly MediaTypeWithQualityHeaderValue[] Wanted = [new(Jwt), new(StatusListCwt.Type, 0.9)];

    /// <summary>Sets the limits of the client.</summary>
    public static void Configure(HttpClient client)
    {
        client.Timeout = TimeSpan.FromSeconds(3);
        client.MaxResponseContentBufferSize = 8 * 1024 * 1024;
    }

    /// <summary>What lies at <paramref name="address"/>; null when it may not be fetched, nobody answers or the answer is no status list.</summary>
    /// <param name="address">As it stands in the credential.</param>
    /// <param name="elsewhere">Of a credential of another installation: the only origin from which its lists are fetched; else null.</param>
    /// <param name="cancellationToken">Ends the fetching.</param>
    public async ValueTask<RetrievedStatusList?> TryReadAsync(Uri address, Uri? elsewhere, CancellationToken cancellationToken)
    {
        if (!(elsewhere is null ? IsAllowed(address) : address.UserInfo.Length == 0 && IsAt(elsewhere, address)))
        {
            NotAllowed(address.Host);
            return null;
        }

        using var client = clients.CreateClient(ClientName);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var format in Wanted)
            request.Headers.Accept.Add(format);
        try
        {
            using var response = await client.SendAsync(request, cancellationToken);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            var type = response.Content.Headers.ContentType?.MediaType;
            switch (response.StatusCode, type)
            {
                case (HttpStatusCode.OK, Jwt):
                    return new RetrievedStatusList.Jwt(Encoding.ASCII.GetString(body).Trim());
                case (HttpStatusCode.OK, StatusListCwt.Type):
                    return new RetrievedStatusList.Cwt(body);
            }

            Answered(address.Host, (int)response.StatusCode, type);
        }
        catch (HttpRequestException failure)
        {
            Unreachable(failure, address.Host);
        }
        catch (TaskCanceledException failure) when (!cancellationToken.IsCancellationRequested)
        {
            Unreachable(failure, address.Host);
        }

        return null;
    }

    private bool IsAllowed(Uri address)
    {
        var own = town.Value.PublicUrl;
        if (IsAt(own, address))
            return true;
        return address.Scheme == Uri.UriSchemeHttps && address.UserInfo.Length == 0
            && (address.IdnHost == own.IdnHost || options.Value.StatusListHosts.Contains(address.IdnHost, StringComparer.OrdinalIgnoreCase));
    }

    private static bool IsAt(Uri origin, Uri address) =>
        Uri.Compare(address, origin, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Status lists of {Host} are not fetched: the host is not allowed (Verifier:StatusListHosts)")]
    private partial void NotAllowed(string host);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The status list of {Host} answered {Status} with media type {MediaType}")]
    private partial void Answered(string host, int status, string? mediaType);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The status list of {Host} cannot be reached")]
    private partial void Unreachable(Exception failure, string host);
}
