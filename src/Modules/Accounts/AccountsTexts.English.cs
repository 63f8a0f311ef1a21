using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Accounts;

internal sealed class AccountsTextsInEnglish : AccountsTexts
{
    public static readonly AccountsTexts Instance = new AccountsTextsInEnglish();

    public override RefusalText ManagementKeyMissing { get; } = new(
        "The management key is missing",
        "This address is for the town's own programs and asks for their key.",
        "Send the header “Authorization: Bearer <key>” with the key that ./run shows or that Management:Key sets.");
}
