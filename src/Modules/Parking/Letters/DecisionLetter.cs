using System.Diagnostics.CodeAnalysis;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Towns;
using Modellstadt.Messages;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.ProvisionalPermits;

namespace Modellstadt.Parking.Letters;

/// <summary>
/// The decision as a letter (VwVfG NRW § 37, § 39): what was decided, why, on which facts and provisions, what it costs, who decided, and
/// what can be done against it. Written from the facts of the decision, not from what the permit has become since.
/// </summary>
internal static class DecisionLetter
{
    /// <summary>The letter in one language; the German one is binding, and the English one says so.</summary>
    public static Letter Of(DecisionFile file, Language language)
    {
        var texts = LetterTexts.For(language);
        return new Letter
        {
            Sender = file.Sender,
            Addressee = AddresseeOf(file),
            Day = DateOnly.FromDateTime(TownCalendar.OnTownClocks(file.Decision.DecidedAt).DateTime),
            Reference = ReferenceOf(file),
            Language = language,
            Title = IsGrant(file) ? texts.GrantTitle(file.Decision.Purpose) : texts.RefusalTitle(file.Decision.Purpose),
            Blocks = [.. Translation(texts), .. IsGrant(file) ? Grant(file, texts, language) : Refusal(file, texts, language), .. Reasons(file, texts, language), RemedyBlock.Of(file.Remedy, file.Sender, texts)],
            Demo = file.Demo,
        };
    }

    /// <summary>The permit's number; of a refusal the beginning of the application's key.</summary>
    public static string ReferenceOf(DecisionFile file) => file.Permit?.PermitNumber ?? $"A-{file.Decision.ApplicationId.ToString("N")[..8].ToUpperInvariant()}";

    /// <summary>True when a provisional permit was granted, with its days.</summary>
    private static bool IsProvisional(DecisionFile file, [NotNullWhen(true)] out ProvisionalGrant? granted)
    {
        granted = file.Decision.Purpose is ApplicationPurpose.Provisional ? file.Facts.Statement?.Granted : null;
        return granted is not null;
    }

    private static bool IsGrant(DecisionFile file) => file.Decision.Outcome is DecisionOutcome.Granted;

    private static PostalAddress? AddresseeOf(DecisionFile file)
    {
        if (file.Facts.Unpaid is { Addressee: var owing })
            return new PostalAddress(owing.Name, owing.StreetAddress, owing.PostalCode, owing.Locality);
        if (file.Facts.Office is { Addressee: { } noted })
            return new PostalAddress(noted.Name, noted.StreetAddress, noted.PostalCode, noted.Locality);
        if (file.Facts.Proposal is { Addressee: { Name: not "" } known })
            return new PostalAddress(known.Name, known.StreetAddress, known.PostalCode, known.Locality);
        if (file.Notice is { } notice && notice.AddresseePlace.Split(' ', 2) is [var code, var place])
            return new PostalAddress(notice.AddresseeName, notice.AddresseeStreet, code, place);
        if (file.Facts.Registers is { } registers && Home(registers) is { } home)
            return new PostalAddress(registers.Resident.Name.Display, home.Address.StreetAddress, home.Address.PostalCode, home.Address.Locality);
        return null;
    }

    private static Registers.Residence? Home(PermitFacts facts) => facts.Resident.MainResidenceOn(facts.Day) ?? facts.Resident.Residences.FirstOrDefault(home => home.IsCurrentOn(facts.Day));

    private static IEnumerable<LetterBlock> Translation(LetterTexts texts) => texts.TranslationNote is { } note ? [new LetterParagraph(note)] : [];

    private static IEnumerable<LetterBlock> Grant(DecisionFile file, LetterTexts texts, Language language)
    {
        var culture = language.Culture();
        yield return new LetterParagraph(file.Facts.Office is null ? texts.Granted(file.Decision.Purpose, ReferenceOf(file)) : texts.DecidedByOffice(file.Decision.Purpose, ReferenceOf(file)));
        yield return new LetterTable(
        [
            .. ZoneRow(file, texts),
            .. PlateRow(file, texts),
            .. IsProvisional(file, out var granted) ? [new LetterRow(texts.Validity, texts.FromTo(granted.From.ToString("d", culture), granted.Until.ToString("d", culture)))] : Array.Empty<LetterRow>(),
            .. file.Term is { } term ? [new LetterRow(texts.Validity, texts.FromTo(term.ValidFrom.ToString("d", culture), term.ValidUntil.ToString("d", culture)))] : Array.Empty<LetterRow>(),
            .. file.Facts.Refund is { } refund ? [new LetterRow(texts.Refund, (refund.Cents / 100m).ToString("C", culture))] : Array.Empty<LetterRow>(),
            .. file.Notice is { } notice ? [new LetterRow(texts.Fee, texts.FeeDue(notice.Euros.ToString("C", culture), notice.DueOn.ToString("d", culture), notice.Reference))] : Array.Empty<LetterRow>(),
        ]);
        if (IsProvisional(file, out var provisional))
            yield return new LetterParagraph(ProvisionalTexts.For(language).LetterWords(provisional.Until.ToString("d", culture)));
        if (file.Facts is { Unpaid: null, Office: null })
            yield return new LetterParagraph(texts.NoClaimToSpace);
        if (file.Notice is { } payable && payable.ToGiroCode(ParkingTexts.For(language)) is { } transfer)
        {
            yield return new LetterParagraph(texts.PayTo(payable.PayeeName!, payable.PayeeIban!));
            yield return new LetterQrCode(transfer.Text, payable.Demo ? texts.GiroCodeDemo : texts.GiroCode, 35);
        }
    }

    private static IEnumerable<LetterRow> ZoneRow(DecisionFile file, LetterTexts texts) => file switch
    {
        { Facts.Proposal: { } offered } => [new LetterRow(texts.Zone, $"{offered.ZoneId} – {offered.ZoneName}")],
        { Permit: { } permit } => [new LetterRow(texts.Zone, $"{permit.Zone} – {permit.ZoneName}")],
        _ => [],
    };

    private static IEnumerable<LetterRow> PlateRow(DecisionFile file, LetterTexts texts)
    {
        var chosen = file.Facts is { Proposal: { } offered, Wish: { } wish } ? offered.Vehicles.Where(vehicle => wish.PlateKeys.Contains(vehicle.Key)).Select(vehicle => vehicle.Plate).ToList() : [];
        return chosen.Count > 0 ? [new LetterRow(texts.Plates, Permits.Permit.Line(chosen))]
            : file.Permit is { } permit ? [new LetterRow(texts.Plates, permit.Plates)] : [];
    }

    private static IEnumerable<LetterBlock> Refusal(DecisionFile file, LetterTexts texts, Language language)
    {
        var words = StoredRefusal.Read(file.Decision.Refusal!).In(language);
        string[] ends = file.Facts.Statement is { Granted.Number: { } number } ? [ProvisionalTexts.For(language).EndsWithRefusal(number)] : [];
        return
        [
            new LetterParagraph(texts.Refused(file.Decision.Purpose)), .. ends.Select(end => new LetterParagraph(end)),
            new LetterHeading(texts.Why), new LetterParagraph(words.Sentence), new LetterParagraph(words.NextStep),
        ];
    }

    private static IEnumerable<LetterBlock> Reasons(DecisionFile file, LetterTexts texts, Language language) =>
    [
        new LetterHeading(texts.FactsHeading),
        new LetterParagraph(texts.FactsLead),
        new LetterList([.. FactsOf(file, texts), .. Stated(file, language), .. Unpaid(file, texts, language), .. OfOffice(file, texts, language), texts.RuleVersion(file.Decision.RuleVersion)]),
        new LetterHeading(texts.BasisHeading),
        new LetterParagraph(file.FeeSource is { } source ? $"{texts.Basis} {texts.FeeBasis(source)}" : texts.Basis),
        .. IsProvisional(file, out _) ? [new LetterParagraph(ProvisionalTexts.For(language).Basis)] : Array.Empty<LetterBlock>(),
        .. file.Facts.Unpaid is { } unpaid ? [new LetterParagraph(texts.SuspensionBasis(unpaid.AfterDays, unpaid.Rule))] : Array.Empty<LetterBlock>(),
        new LetterHeading(texts.DeciderHeading),
        new LetterParagraph(file.Decision is { DecidedBy: Actors.Program, LegalBasis: { } basis }
            ? texts.DecidedByProgram(basis, ProcedureLaw(file, texts))
            : texts.DecidedByClerk(ProcedureLaw(file, texts))),
    ];

    private static IEnumerable<string> Stated(DecisionFile file, Language language) =>
        file.Facts.Statement is { } stated && file.Decision.Purpose is ApplicationPurpose.Provisional ? [ProvisionalTexts.For(language).FactStated(stated.Home, stated.Plates)] : [];

    private static IEnumerable<string> Unpaid(DecisionFile file, LetterTexts texts, Language language) =>
        file.Facts.Unpaid is { } unpaid ? [texts.FactUnpaid(unpaid.Reference, unpaid.DueOn.ToString("d", language.Culture()), (unpaid.OpenCents / 100m).ToString("C", language.Culture()))] : [];

    private static IEnumerable<string> OfOffice(DecisionFile file, LetterTexts texts, Language language)
    {
        if (file.Facts.Refund is { } refund)
            yield return texts.FactRefund((refund.FeeCents / 100m).ToString("C", language.Culture()));
        if (file.Facts.Office is { } office)
            yield return texts.FactOffice(office.Words);
    }

    private static string ProcedureLaw(DecisionFile file, LetterTexts texts) => file.Law?.ProcedureLaw ?? texts.ProcedureLawOfState;

    private static IEnumerable<string> FactsOf(DecisionFile file, LetterTexts texts)
    {
        if (file.Facts.Registers is { } registers)
        {
            if (Home(registers) is { } home)
                yield return texts.FactResidence($"{home.Address.StreetAddress}, {home.Address.PostalCode} {home.Address.Locality}");
            yield return registers.Vehicles.Count > 0 ? texts.FactVehicles(string.Join(", ", registers.Vehicles.Select(vehicle => vehicle.Plate))) : texts.FactNoVehicle;
        }

        if (file.Facts is { Wish.NoOwnSpace: true, Proposal.OwnSpaceExcludes: true })
            yield return texts.FactNoOwnSpace;
    }
}
