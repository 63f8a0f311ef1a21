using System.Globalization;
using System.Text;

namespace Modellstadt.Region.Funding;

/// <summary>Invoices as they are recognised again.</summary>
internal static class DocumentKeys
{
    /// <summary>Who was paid and the number, in capitals, letters and digits only: <c>MUSTER GMBH|RE4711</c> for "Muster GmbH", "RE-47/11".</summary>
    public static string Of(string party, string document) => $"{string.Join(' ', Plain(party, keepBlanks: true).Split(' ', StringSplitOptions.RemoveEmptyEntries))}|{Plain(document, keepBlanks: false)}";

    private static string Plain(string text, bool keepBlanks)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var sign in text.Normalize(NormalizationForm.FormKC).ToUpper(CultureInfo.InvariantCulture))
        {
            if (char.IsLetterOrDigit(sign))
                plain.Append(sign);
            else if (keepBlanks)
                plain.Append(' ');
        }

        return plain.ToString();
    }
}
