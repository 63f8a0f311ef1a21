using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Issuance;
using Modellstadt.Testing;

namespace Modellstadt.Bench.Issuance;

/// <summary>An offer that waits for a wallet.</summary>
/// <param name="Id">Its id in the management API.</param>
/// <param name="Code">Its pre-authorized code; null when its type demands the authorization code flow.</param>
internal sealed record WaitingOffer(Guid Id, string? Code);

/// <summary>Offers of the citizen ID, opened through the management API before anything is measured.</summary>
internal static class OpenedOffers
{
    private const int Workers = 16;

    /// <summary>As many offers as the town opens in a time, at most <paramref name="most"/>.</summary>
    public static async Task<IReadOnlyList<WaitingOffer>> OpenAsync(RunningTown town, int most, TimeSpan atMost)
    {
        using var management = town.ManagementClient();
        var clock = Stopwatch.StartNew();
        var opened = 0;
        var codes = await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Task.Run(async () =>
        {
            var mine = new List<WaitingOffer>();
            while (clock.Elapsed < atMost && Interlocked.Increment(ref opened) is var number && number <= most)
                mine.Add(await OpenAsync(management, number));
            return mine;
        })));
        return [.. codes.SelectMany(mine => mine)];
    }

    private static async Task<WaitingOffer> OpenAsync(HttpClient management, int number)
    {
        using var answer = await management.PostAsJsonAsync("/management/v1/offers", new JsonObject
        {
            ["credential_configuration_id"] = "citizen-id",
            ["subject"] = $"bench/{number}",
            ["claims"] = Claims(number),
        });
        answer.EnsureSuccessStatusCode();
        var offer = await answer.Content.ReadFromJsonAsync<JsonObject>();
        var link = CredentialOfferLink.Parse((string)offer!["wallet_uri_by_value"]!).Expect();
        return new WaitingOffer((Guid)offer["id"]!, link.Offer!.PreAuthorizedCode);
    }

    private static JsonObject Claims(int number) => new()
    {
        ["given_name"] = "Erika",
        ["family_name"] = "Müller-Łukaszewska",
        ["birthdate"] = "1984-01-26",
        ["address"] = new JsonObject { ["street_address"] = $"Bochumer Straße {number}", ["postal_code"] = "45879", ["locality"] = "Gelsenkirchen", ["country"] = "DE" },
        ["municipality"] = new JsonObject { ["ags"] = "05513000", ["name"] = "Gelsenkirchen" },
        ["assurance_level"] = "demo-substantial",
        ["resident_reference"] = Base64Url.Encode(BitConverter.GetBytes((long)number)),
    };
}
