using Microsoft.AspNetCore.Http;
using Modellstadt.Issuer.Identities;
using Modellstadt.Kernel.Tracing;
using Modellstadt.Protocols.Credentials;

namespace Modellstadt.Issuer.Tokens;

/// <summary>What a request to the authorization server proves about who sent it.</summary>
/// <param name="ClientId">The attested client, else the one that the request names, else null.</param>
/// <param name="Key">The key of its DPoP proof; null without one.</param>
/// <param name="Wallet">Its attestation; null without one.</param>
internal sealed record Sender(string? ClientId, ProvedSender? Key, AttestedWallet? Wallet)
{
    /// <summary>The means it brings.</summary>
    public GrantTraits Traits => (Key is null ? GrantTraits.None : GrantTraits.Dpop) | (Wallet is null ? GrantTraits.None : GrantTraits.WalletAttestation);

    /// <summary>What is to be marked as used along with whatever the request does.</summary>
    public IReadOnlyList<UsedMark> Marks => [.. ((UsedMark?[])[Key?.Mark, Wallet?.Mark]).OfType<UsedMark>()];

    /// <summary>
    /// True when it is the one that something was bound to: the client, and the keys where there were any. Nothing bound to a key is
    /// given to a sender without.
    /// </summary>
    public bool Is(string clientId, string? keyThumbprint, string? instanceThumbprint) =>
        ClientId == clientId && (keyThumbprint is null || keyThumbprint == Key?.Thumbprint) && (instanceThumbprint is null || instanceThumbprint == Wallet?.InstanceThumbprint);
}

/// <summary>Finds out who sent a request to the authorization server.</summary>
internal sealed class Senders(DpopProofs proofs, WalletAuthentication wallets)
{
    /// <summary>The sender. Proofs need not be there; those that are must hold.</summary>
    public Checked<Sender> Check(HttpContext context, HostedIssuer issuer, string? clientId, string path)
    {
        GiveNonces(context, issuer);
        ProvedSender? key = null;
        AttestedWallet? wallet = null;
        if (DpopProofs.IsIn(context.Request) && !proofs.Check(context.Request, issuer, path).TryGetValue(out key, out var error))
            return error;
        if (WalletAuthentication.IsIn(context.Request) && !wallets.Check(context.Request, issuer, clientId).TryGetValue(out wallet, out error))
            return error;
        if (key is not null)
            Flows.Note("RFC 9449 §4.3", "The DPoP proof holds.");
        if (wallet is not null)
            Flows.Note("OpenID4VCI 1.0 App. E", "The wallet is attested by a provider that the town believes.");
        return new Sender(wallet?.ClientId ?? clientId, key, wallet);
    }

    // Whoever speaks this way needs fresh ones next, whatever the answer is.
    private void GiveNonces(HttpContext context, HostedIssuer issuer)
    {
        if (DpopProofs.IsIn(context.Request))
            proofs.GiveNonce(context.Response, issuer);
        if (WalletAuthentication.IsIn(context.Request))
            wallets.GiveChallenge(context.Response, issuer);
    }
}
