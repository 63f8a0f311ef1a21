using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.ProvisionalPermits;
using Modellstadt.Parking.Tests.Permits;

namespace Modellstadt.Parking.Tests.ProvisionalPermits;

/// <summary>What citizens do while a register is silent, through the pages.</summary>
internal static class ProvisionalSteps
{
    private static readonly (string, string)[] BothTicks = [("lives_here", "true"), ("keeps_vehicle", "true")];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Confirms an offer; the registers fall silent before the decision. The waiting page.</summary>
    public static async Task<Page> ConfirmIntoSilenceAsync(this PermitTown town, Citizen citizen)
    {
        var proposal = await citizen.ShowCitizenIdAsync();
        await town.SwitchRegistersAsync(silent: true);
        await citizen.ConfirmAsync(proposal);
        return await citizen.OpenApplicationAsync();
    }

    /// <summary>States that what was confirmed is still so; the page behind the click.</summary>
    public static Task<Page> StateAsync(this Citizen citizen, params (string Name, string Value)[] more) => citizen.SendStatementAsync([.. BothTicks, .. more]);

    /// <summary>Sends the form of the statement with these fields alone.</summary>
    public static async Task<Page> SendStatementAsync(this Citizen citizen, params (string Name, string Value)[] fields)
    {
        var answer = await citizen.Browser.SendFormAsync($"{citizen.PagePath}/statement", fields);
        return answer.Onwards is null ? answer : await citizen.Browser.OpenAsync(answer.Onwards);
    }

    /// <summary>Gets a provisional permit on what was confirmed before the registers fell silent.</summary>
    public static async Task<Permit> GetProvisionalAsync(this PermitTown town, Citizen citizen)
    {
        await town.ConfirmIntoSilenceAsync(citizen);
        await citizen.StateAsync();
        return await town.OnlyPermitAsync(citizen);
    }

    /// <summary>The only permit that a person ever had.</summary>
    public static Task<Permit> OnlyPermitAsync(this PermitTown town, Citizen citizen) =>
        town.ReadAsync(database => database.Permits.AsNoTracking().SingleAsync(permit => permit.ResidentId == citizen.Person.Id.Value, Cancellation));

    /// <summary>How many permits a person ever had.</summary>
    public static Task<int> CountPermitsAsync(this PermitTown town, Citizen citizen) =>
        town.ReadAsync(database => database.Permits.CountAsync(permit => permit.ResidentId == citizen.Person.Id.Value, Cancellation));

    /// <summary>The application that stands for the provisional permit.</summary>
    public static Task<PermitApplication> ProvisionalOfAsync(this PermitTown town, Citizen citizen) =>
        town.ReadAsync(database => database.Applications.AsNoTracking().SingleAsync(application => application.ProvisionalFor == citizen.Application, Cancellation));

    /// <summary>One round of those that end provisional permits.</summary>
    public static Task ProvisionalRoundAsync(this PermitTown town) => town.Services.GetServices<IHostedService>().OfType<ProvisionalRound>().Single().RunRoundAsync(Cancellation);
}
