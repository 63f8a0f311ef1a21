using Modellstadt.Kernel.Texts;
using Modellstadt.Protocols.OpenId4Vc.Registration;

namespace Modellstadt.Verifier;

/// <summary>A door outward: what the other modules mean to ask wallets for. The town is registered for the sum of it, and asks for nothing beyond.</summary>
public interface IIntendedUses
{
    /// <summary>Every use; asked once, at the start.</summary>
    IReadOnlyList<IntendedUse> All { get; }
}

/// <summary>Something that wallets are asked for.</summary>
/// <param name="Purpose">Why, in a few plain words.</param>
/// <param name="Credential">The kind of credential and the claims; no claims means every claim.</param>
public sealed record IntendedUse(LocalizedText Purpose, RegisteredCredential Credential);
