using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.OpenId4Vc.Holder;

namespace Modellstadt.Testing;

/// <summary>
/// A wallet without screens: speaks to issuers and verifiers as a citizen's phone does, on our own holder library. It says yes
/// to everything.
/// </summary>
/// <param name="http">How it reaches the town.</param>
/// <param name="time">Its clock.</param>
/// <param name="random">Its randomness.</param>
public sealed partial class HeadlessWallet(HttpClient http, TimeProvider time, RandomFill random)
{
    /// <summary>The roots it believes, of issuers and verifiers.</summary>
    public List<X509Certificate2> Anchors { get; } = [];

    /// <summary>The copies it holds, the next one to show first.</summary>
    public List<PresentableCredential> Copies { get; } = [];

    /// <summary>The mdocs it holds, the next one to show first.</summary>
    public List<PresentableMdoc> Mdocs { get; } = [];

    private IReadOnlyList<Presentable> Everything => [.. Copies, .. Mdocs];

    /// <summary>Believes whom the town's own wallet believes: the roots in <c>config.json</c>.</summary>
    public async Task TrustAsync(RunningTown town)
    {
        // Only browsers know that every name below localhost is this machine.
        var address = new UriBuilder(town.WalletUrl) { Host = "localhost", Path = "/config.json" }.Uri;
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Host = town.WalletUrl.Authority } };
        using var answer = await http.SendAsync(request);
        var trust = (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>())!["trust"]!;
        Anchors.AddRange(trust["issuers"]!.AsArray().Concat(trust["verifiers"]!.AsArray())
            .Select(party => X509CertificateLoader.LoadCertificate(Convert.FromBase64String((string)party!["certificate"]!))));
    }
}
