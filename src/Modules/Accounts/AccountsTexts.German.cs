using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Accounts;

internal sealed class AccountsTextsInGerman : AccountsTexts
{
    public static readonly AccountsTexts Instance = new AccountsTextsInGerman();

    public override RefusalText ManagementKeyMissing { get; } = new(
        "Der Verwaltungsschlüssel fehlt",
        "Diese Adresse ist für Programme der Stadt und verlangt deren Schlüssel.",
        "Senden Sie die Kopfzeile „Authorization: Bearer <Schlüssel>“ mit dem Schlüssel, den ./run anzeigt oder der in Management:Key eingestellt ist.");
}
