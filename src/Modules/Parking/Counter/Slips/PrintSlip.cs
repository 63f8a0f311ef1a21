using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Messages;
using Modellstadt.Parking.Letters;
using Modellstadt.Parking.Office;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Counter.Slips;

/// <summary>The slip for people without a phone: <c>GET /office/permits/{id}/slip.pdf</c>, one page with plate, zone and the sealed code.</summary>
internal sealed class PrintSlip(IDbContextFactory<ParkingDb> databases, TownRules rules, SlipKeys keys, ApplicationJournal journal, TownCalendar calendar)
{
    private const int CodeMillimetres = 70;

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/office/permits/{id:guid}/slip.pdf", RespondAsync).RequireStaff(StaffRole.Clerk).ExcludeFromDescription();

    /// <summary>Where the slip of a permit is.</summary>
    public static string AddressOf(Guid permit) => $"/office/permits/{permit:D}/slip.pdf";

    /// <summary>The slip; null when this town has no such permit in force.</summary>
    public async Task<Letter?> ExecuteAsync(Guid id, Guid clerk, Func<Permit, string, Letter> write, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var permit = await database.Permits.AsNoTracking().SingleOrDefaultAsync(permit => permit.Id == id && permit.Ags == rules.Ags, cancellationToken);
        if (permit is not { State: PermitState.Active } || permit.IsOver(calendar.Today))
            return null;

        journal.Add(database, permit, Actors.Staff(clerk), "slip-printed", TownCalendar.Iso(permit.ValidUntil));
        await database.SaveChangesAsync(cancellationToken);
        return write(permit, new SlipSeal(permit.Ags, permit.PermitNumber, permit.Plates, permit.Zone, permit.ValidFrom, permit.ValidUntil).Sign(keys.Current));
    }

    /// <summary>The slip as a letter.</summary>
    public static Letter Write(Permit permit, string seal, LetterSender sender, Language language, bool demo)
    {
        var texts = CounterTexts.For(language);
        var culture = language.Culture();
        return new Letter
        {
            Sender = sender,
            Addressee = null,
            Day = permit.ValidFrom,
            Reference = permit.PermitNumber,
            Language = language,
            Title = permit.Plates,
            Form = LetterForm.Slip,
            Demo = demo,
            Blocks =
            [
                new LetterHeading(texts.SlipZone(permit.Zone)),
                new LetterTable([new(texts.SlipTitle, permit.PermitNumber), new(texts.SlipValidity, $"{permit.ValidFrom.ToString("d", culture)} – {permit.ValidUntil.ToString("d", culture)}")]),
                new LetterQrCode(seal, texts.SlipCode, CodeMillimetres),
                new LetterParagraph(texts.SlipHint),
            ],
        };
    }

    private static async Task<IResult> RespondAsync(
        Guid id, HttpContext context, PrintSlip print, CurrentStaff clerk, IOptions<LetterOptions> office, IOptions<TownOptions> town)
    {
        context.NeverStore();
        // What lies behind a windscreen is read by the town's wardens: it is German, whatever the clerk reads.
        var letter = await print.ExecuteAsync(
            id, clerk.Id!.Value, (permit, seal) => Write(permit, seal, OfficeSender.Of(office.Value, town.Value, Language.German), Language.German, town.Value.Demo), context.RequestAborted);
        return letter is null ? context.Problem(new PermitNotFound()) : Results.File(LetterPdf.Of(letter), "application/pdf", $"{letter.Reference}.pdf");
    }
}
