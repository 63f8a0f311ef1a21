using Microsoft.AspNetCore.Http;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Accounts.Management;

/// <summary>The call carries no management key, or another one.</summary>
internal sealed record ManagementKeyMissing() : Refusal("urn:modellstadt:accounts:management-key-missing", StatusCodes.Status401Unauthorized)
{
    public override RefusalText In(Language language) => AccountsTexts.For(language).ManagementKeyMissing;
}
