namespace Modellstadt.Issuer;

/// <summary>A wallet waits for a person to decide.</summary>
/// <param name="Id">By it the decision is told; part of the pages' addresses, worth nothing in another browser.</param>
/// <param name="ConfigurationId">What it asks for.</param>
/// <param name="WalletName">What its provider calls it, verified; null for a wallet that proved nothing.</param>
/// <param name="Destination">Where the credential would go: the host of the wallet, or the scheme of an app.</param>
public sealed record WaitingAuthorization(Guid Id, string ConfigurationId, string? WalletName, string Destination);
