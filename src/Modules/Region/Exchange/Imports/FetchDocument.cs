using System.Net;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Region.Exchange.Imports;

/// <summary>Fetches a document from a host that an administrator has named: https only, no redirects, bounded size and time.</summary>
internal sealed class FetchDocument(IHttpClientFactory clients, IOptions<RegionOptions> options)
{
    /// <summary>Name of the HTTP client.</summary>
    public const string ClientName = "region-imports";

    /// <summary>Sets the limits of the client.</summary>
    public static void Configure(HttpClient client)
    {
        client.Timeout = TimeSpan.FromSeconds(10);
        client.MaxResponseContentBufferSize = LinkedNodes.MostBytes;
        client.DefaultRequestHeaders.Accept.ParseAdd("application/ld+json, application/yaml, text/yaml, text/plain;q=0.5");
    }

    /// <summary>The bytes at the address; or why there are none.</summary>
    public async Task<Outcome<byte[]>> GetAsync(string address, CancellationToken cancellationToken)
    {
        if (StrangersText.ReadAddress(address) is not { } read || new Uri(read) is not { Scheme: "https", IsDefaultPort: true } place)
            return new ImportNeedsSource();
        if (!options.Value.ImportHosts.Contains(place.Host, StringComparer.OrdinalIgnoreCase))
            return new HostNotNamed(place.Host);

        using var client = clients.CreateClient(ClientName);
        try
        {
            using var answer = await client.GetAsync(place, cancellationToken);
            return answer.StatusCode is HttpStatusCode.OK ? await answer.Content.ReadAsByteArrayAsync(cancellationToken) : new DocumentUnreachable(place.Host);
        }
        catch (HttpRequestException)
        {
            return new DocumentUnreachable(place.Host);
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new DocumentUnreachable(place.Host);
        }
    }
}
