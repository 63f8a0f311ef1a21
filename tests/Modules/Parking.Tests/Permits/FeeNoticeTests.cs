using System.Net;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Texts;
using Modellstadt.Payments;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Permits;

/// <summary>What a permit costs, on paper and for the banking app.</summary>
[Collection(SharedTowns.Name)]
public sealed class FeeNoticeTests(PermitTowns towns)
{
    public static IEnumerable<TheoryDataRow<DatabaseKind>> Databases => TestDatabase.Kinds;

    [Theory, MemberData(nameof(Databases))]
    public async Task The_notice_names_person_amount_day_and_account(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        var permit = await town.PermitOfAsync(citizen);

        var page = await citizen.Browser.OpenAsync($"{citizen.PagePath}/fee-notice");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        var texts = ParkingTexts.For(Language.German);
        string[] expected =
        [
            permit.PermitNumber, "30,00 €", "Stadt Gelsenkirchen DEMO", "DE02 1203 0000 0000 2020 51", "Bitte überweisen Sie nichts",
            texts.Date(permit.ValidFrom), texts.Date(permit.ValidFrom.AddDays(30)), "GiroCode", "<svg",
        ];
        Assert.All(expected, words => Assert.Contains(words, page.Html, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_giro_code_pays_exactly_the_fee_to_the_town_and_warns_in_a_demo(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        var permit = await town.PermitOfAsync(citizen);

        var notice = await town.ReadAsync(database => database.FeeNotices.AsNoTracking().SingleAsync(notice => notice.PermitId == permit.Id, TestContext.Current.CancellationToken));

        Assert.Equal(
            $"BCD\n002\n1\nSCT\n\nStadt Gelsenkirchen DEMO\nDE02120300000000202051\nEUR30.00\n\n{CreditorReference.Of(permit.PermitNumber)}\n\nDEMO: bitte nicht überweisen",
            notice.ToGiroCode(ParkingTexts.For(Language.German))!.Text);
    }
}
