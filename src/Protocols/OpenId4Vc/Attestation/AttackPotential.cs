// OpenID4VCI 1.0 App. D.2 (attack potential resistance, after ISO/IEC 18045).
namespace Modellstadt.Protocols.OpenId4Vc.Attestation;

/// <summary>How much an attacker must be able to do to get at a key, or past the check of its user; ecosystems may add values of their own.</summary>
public static class AttackPotential
{
    /// <summary>Withstands attackers with high potential (VAN.5).</summary>
    public const string High = "iso_18045_high";

    /// <summary>Withstands attackers with moderate potential (VAN.4).</summary>
    public const string Moderate = "iso_18045_moderate";

    /// <summary>Withstands attackers with enhanced-basic potential (VAN.3).</summary>
    public const string EnhancedBasic = "iso_18045_enhanced-basic";

    /// <summary>Withstands attackers with basic potential (VAN.2).</summary>
    public const string Basic = "iso_18045_basic";
}
