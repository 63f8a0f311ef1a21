using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Modellstadt.Accounts;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Modules;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Texts;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Testing;

namespace Modellstadt.TrustServices.Tests;

/// <summary>A demo town that issues one type to attested wallets with attested keys only.</summary>
internal sealed class DemoTown : TestTown
{
    public const string Permit = "permit";

    private DemoTown(TestDatabase storage, bool demo) : base(storage, ("Town:Demo", demo.ToString())) => Provider = "/demo/wallet-provider";

    /// <summary>The provider's path.</summary>
    public string Provider { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<DemoTown> StartAsync(bool demo = true) => await ServeAsync(new DemoTown(await TestDatabase.CreateAsync(DatabaseKind.Sqlite), demo));

    public SigningKey NewKey() => SoftwareSigningKey.Create(Random.Fill);

    /// <summary>A nonce of the provider.</summary>
    public async Task<string> NonceAsync()
    {
        using var client = Client();
        using var answer = await client.PostAsync(new Uri($"{Provider}/nonce", UriKind.Relative), null, Cancellation);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        return (string)(await answer.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!["nonce"]!;
    }

    /// <summary>A proof of a key for the provider.</summary>
    public string Prove(SigningKey key, string nonce, string? audience = null) => HolderKeyProof.Create(key, audience ?? Town.At(Provider), nonce, Time.Now);

    /// <summary>Asks the provider for something.</summary>
    public async Task<(HttpStatusCode Status, JsonObject Answer)> AskAsync(string what, object question)
    {
        using var client = Client();
        using var answer = await client.PostAsJsonAsync($"{Provider}/{what}", question, Cancellation);
        return (answer.StatusCode, answer.StatusCode == HttpStatusCode.NotFound ? [] : (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!);
    }

    /// <summary>An attestation of a wallet with this key.</summary>
    public async Task<string> AttestWalletAsync(SigningKey key) => (string)(await AskAsync("wallet-attestations", new { proof = Prove(key, await NonceAsync()) })).Answer["wallet_attestation"]!;

    /// <summary>An attestation of these keys.</summary>
    public async Task<string> AttestKeysAsync(IEnumerable<SigningKey> keys, string? nonce)
    {
        var own = await NonceAsync();
        return (string)(await AskAsync("key-attestations", new { proofs = keys.Select(key => Prove(key, own)), nonce })).Answer["key_attestation"]!;
    }

    protected override void AddModules(InstalledModules modules) => modules.Add<AccountsModule>().Add<IssuerModule>().Add<TrustServicesModule>();

    protected override void Configure(WebApplicationBuilder builder) => builder.Services.AddCredentialType(
        new CredentialType(IssuerIdentity.TownSlug, Permit, "urn:example:permit:1", new LocalizedText("Parkausweis", "Parking permit"), [])
        {
            Policy = CredentialPolicy.Base with { RequiresDpop = true, RequiresWalletAttestation = true, RequiresKeyAttestation = true },
        });
}
