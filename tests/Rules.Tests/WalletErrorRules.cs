using System.Reflection;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Web;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Rules.Tests;

/// <summary>Whatever a wallet is refused, its person can read why.</summary>
public sealed class WalletErrorRules
{
    /// <summary>Every error code that the protocol libraries name.</summary>
    public static IEnumerable<TheoryDataRow<string>> Codes =>
        (from assembly in new[] { typeof(ErrorCodes).Assembly, typeof(IssuanceErrors).Assembly }
         from type in assembly.GetExportedTypes()
         where type.Name is nameof(ErrorCodes) || type.Name.EndsWith("Errors", StringComparison.Ordinal)
         from constant in type.GetFields(BindingFlags.Public | BindingFlags.Static)
         where constant.IsLiteral
         select (string)constant.GetRawConstantValue()!).Distinct().Select(code => new TheoryDataRow<string>(code));

    [Theory, MemberData(nameof(Codes))]
    public void An_error_code_has_a_sentence_in_each_language(string code)
    {
        var (german, english) = (WalletErrorTexts.For(Language.German).SentenceFor(code), WalletErrorTexts.For(Language.English).SentenceFor(code));

        Assert.NotNull(german);
        Assert.NotNull(english);
        Assert.NotEqual(german, english);
        Assert.Matches("[.]$", german);
    }
}
