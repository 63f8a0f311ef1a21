using System.Text.Json.Nodes;
using Modellstadt.Issuer.Identities;
using Modellstadt.Issuer.Storage;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Issuer.Credentials;

/// <summary>Makes the copies of a batch: first their entries are committed, then they are signed.</summary>
internal sealed class MakeBatch(StoreCopies store, Entitlements entitlements, TimeProvider time, RandomSource random)
{
    /// <summary>Copies for the keys of a request.</summary>
    public Task<Checked<CredentialResponse>> MakeAsync(HostedIssuer issuer, CredentialType type, Grant grant, ProvedBatch proved, CancellationToken cancellationToken) =>
        MakeAsync(issuer, type, grant, new Wanted(proved.Keys, proved.Mdoc), database => entitlements.UseRequestAsync(database, grant.TokenHash, proved.Nonce), cancellationToken);

    /// <summary>Copies for keys that waited.</summary>
    public Task<Checked<CredentialResponse>> MakeAsync(HostedIssuer issuer, CredentialType type, Grant grant, DeferralRow deferral, CancellationToken cancellationToken) =>
        MakeAsync(issuer, type, grant, new Wanted([.. deferral.HolderKeys.Split(' ').Select(HolderKeys.Read)], deferral.Mdoc), database => entitlements.UseDeferralAsync(database, deferral), cancellationToken);

    private async Task<Checked<CredentialResponse>> MakeAsync(
        HostedIssuer issuer, CredentialType type, Grant grant, Wanted wanted, Func<IssuerDb, Task<ProtocolError?>> useUp, CancellationToken cancellationToken)
    {
        var times = CopyTimes.For(time.GetUtcNow(), grant.ValidUntil, type.Validity);
        var batch = new CopyBatch(grant.OfferId, grant.Subject, times.ExpiresAt, wanted.Keys) { Mdoc = wanted.Mdoc };
        if (!(await store.StoreAsync(issuer, batch, useUp, cancellationToken)).TryGetValue(out var stored, out var error))
            return error;
        var claims = JsonNode.Parse(grant.Claims)!.AsObject();
        IReadOnlyList<string> copies = wanted.Mdoc
            ? [.. stored.Entries.Select(entry => CopyMaking.MakeMdoc(issuer, type.Mdoc!, claims, times, entry, random))]
            : CopyMaking.Make(issuer, type, claims, times, stored.Entries, random);
        return new CredentialResponse(copies) { NotificationId = stored.NotificationId };
    }

    private sealed record Wanted(IReadOnlyList<JsonWebKey> Keys, bool Mdoc);
}
