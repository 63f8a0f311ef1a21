namespace Modellstadt.Issuer.HolderChecks;

/// <summary>The scanned text is no code of a wallet.</summary>
internal sealed record NotAHolderCode() : IssuerRefusal("not-a-holder-code", 400, texts => texts.NotAHolderCode);

/// <summary>No copy has this entry, or the code was not signed with its key.</summary>
internal sealed record UnknownHolderCode() : IssuerRefusal("unknown-holder-code", 404, texts => texts.UnknownHolderCode);

/// <summary>The code was made too long ago.</summary>
internal sealed record OldHolderCode() : IssuerRefusal("old-holder-code", 422, texts => texts.OldHolderCode);

/// <summary>The code claims to be made in the future.</summary>
internal sealed record FutureHolderCode() : IssuerRefusal("future-holder-code", 422, texts => texts.FutureHolderCode);

/// <summary>The copy was revoked or has expired.</summary>
internal sealed record EndedCredential() : IssuerRefusal("ended-credential", 410, texts => texts.EndedCredential);

/// <summary>The copy is suspended.</summary>
internal sealed record SuspendedCredential() : IssuerRefusal("suspended-credential", 409, texts => texts.SuspendedCredential);
