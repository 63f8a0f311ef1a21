using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Indicators.Satisfaction;

/// <summary><c>POST /satisfaction</c>: counts an answer, once for each case. Sent again, whatever it says then, nothing changes.</summary>
internal sealed class AnswerSatisfaction(IDbContextFactory<RegionDb> databases, SatisfactionTickets tickets, TownCalendar calendar)
{
    /// <summary>Where the form leads.</summary>
    public const string Address = "/satisfaction";

    private const int LargestForm = 4096;

    /// <summary>Maps the address.</summary>
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(Address, RespondAsync).LimitBody(LargestForm).RequireRateLimiting(SatisfactionLimit.Name).ExcludeFromDescription();

    /// <summary>Counts.</summary>
    /// <param name="ticket">What the form carries.</param>
    /// <param name="step">1 to 5.</param>
    /// <param name="cancellationToken">Ends the work before it is stored.</param>
    /// <returns>The page that asked.</returns>
    public async Task<Outcome<string>> ExecuteAsync(string? ticket, string? step, CancellationToken cancellationToken)
    {
        if (tickets.Read(ticket) is not { } open)
            return new QuestionOver();
        if (!int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var answer) || answer is < 1 or > 5)
            return new NotAnAnswer();

        var (day, month) = (calendar.Today, calendar.Today.AddDays(1 - calendar.Today.Day));
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var (mark, service, dayText, monthText) = (open.Mark, open.Service, TownCalendar.Iso(day), TownCalendar.Iso(month));
        var first = await database.Database.ExecuteSqlAsync($"INSERT INTO satisfaction_marks (mark, month) VALUES ({mark}, {monthText}) ON CONFLICT (mark) DO NOTHING", cancellationToken);
        if (first == 0)
            return open.Page;

        await database.Database.ExecuteSqlAsync(
            $"INSERT INTO satisfaction_counts (service, day, step, count) VALUES ({service}, {dayText}, {answer}, 1) ON CONFLICT (service, day, step) DO UPDATE SET count = satisfaction_counts.count + 1",
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return open.Page;
    }

    private static async Task<IResult> RespondAsync([FromForm] string? ticket, [FromForm] string? step, HttpContext context, AnswerSatisfaction answer)
    {
        var outcome = await answer.ExecuteAsync(ticket, step, context.RequestAborted);
        return outcome.Match<IResult>(page => new SeeOther(page), context.RefusePage);
    }
}
