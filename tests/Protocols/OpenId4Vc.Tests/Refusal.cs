using Modellstadt.Protocols.Credentials;

namespace Modellstadt.Protocols.OpenId4Vc.Tests;

internal static class Refusal
{
    /// <summary>Asserts a refusal with this code.</summary>
    public static void Is<T>(string code, Checked<T> outcome)
        where T : notnull
        => Assert.Equal(code, outcome.Error?.Code);
}
