// Ours: bounds of input, checked before OpenID4VP 1.0 §6 is read.
namespace Modellstadt.Protocols.OpenId4Vc.Dcql;

/// <summary>How much a query may ask for; a query from a stranger costs work for every combination.</summary>
/// <param name="MaxCredentials">Credential queries.</param>
/// <param name="MaxClaims">Claims of one credential query.</param>
/// <param name="MaxCombinations">Claim sets, credential sets, and options of one set.</param>
/// <param name="MaxValues">Expected values of one claim, accepted types, trusted authorities.</param>
public sealed record DcqlLimits(int MaxCredentials = 16, int MaxClaims = 100, int MaxCombinations = 32, int MaxValues = 100)
{
    /// <summary>16 credentials, 100 claims each, 32 combinations, 100 values.</summary>
    public static DcqlLimits Default { get; } = new();
}
