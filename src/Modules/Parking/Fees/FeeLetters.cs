using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Towns;
using Modellstadt.Messages;
using Modellstadt.Parking.Letters;
using Modellstadt.Payments;

namespace Modellstadt.Parking.Fees;

/// <summary>Writes letters about money in the name of the office.</summary>
internal sealed class FeeLetters(RemedyFile remedies, IOptions<TownOptions> town, IOptions<LetterOptions> office)
{
    /// <summary>The letter.</summary>
    /// <param name="notice">What it is about.</param>
    /// <param name="openCents">Euro cents that are open.</param>
    /// <param name="reminder">The reminder that it is; null for the notice itself.</param>
    /// <param name="language">Its language.</param>
    public Letter Of(FeeNotice notice, long openCents, ReceivableReminder? reminder, Language language)
    {
        var day = reminder?.On ?? notice.IssuedOn;
        var remedy = remedies.Of(notice.Ags, day)?.For(notice.Ags) ?? new Remedy.Unknown();
        return FeeLetter.Of(new FeeLetterFile(notice, openCents, reminder, remedy, OfficeSender.Of(office.Value, town.Value, language)), language);
    }
}
