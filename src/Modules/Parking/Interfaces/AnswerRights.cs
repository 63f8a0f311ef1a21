using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Inspections;
using Modellstadt.Parking.Plates;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Visitors;

namespace Modellstadt.Parking.Interfaces;

/// <summary>
/// POST <c>/api/parking/v1/rights/queries</c>: plate + place + time → right, from memory. A post, so that no plate stands in an address or in a
/// log. It counts, it does not keep what was asked.
/// </summary>
internal sealed class AnswerRights(PlateIndex index, VisitorIndex visitors, TownRules rules, ClientConduct conduct, TownCalendar calendar)
{
    /// <summary>Long enough for a fine system to ask about yesterday, too short to follow a car.</summary>
    private static readonly TimeSpan LongestAgo = TimeSpan.FromHours(48);

    /// <summary>Clocks of others differ.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    public static async Task<IResult> PostAsync(RightQuestions asked, HttpContext context, AnswerRights answer, CurrentClient client)
    {
        context.NeverStore();
        var outcome = await answer.ExecuteAsync(asked, client.Id!.Value, context.RequestAborted);
        if (outcome.Refusal is ClientPaused paused)
            context.Response.Headers.RetryAfter = paused.Seconds;
        return outcome.Match(answers => Results.Json(new RightAnswers(answers)), context.Problem);
    }

    private async Task<Outcome<IReadOnlyList<RightAnswer>>> ExecuteAsync(RightQuestions asked, Guid client, CancellationToken cancellationToken)
    {
        if (asked.Questions is not { Count: >= 1 and <= RightQuestions.Most } questions || questions.Any(question => question is null))
            return new QuestionsUnusable();
        if (conduct.MayAsk(client, questions.Count) is { } refusal)
            return refusal;

        var answers = questions.Select(question => Answer(question!)).ToList();
        await conduct.CountAsync(client, [.. questions.Select((question, number) => (question!.Plate, answers[number]))], cancellationToken);
        return answers;
    }

    private RightAnswer Answer(RightQuestion question)
    {
        var now = calendar.Now;
        var at = question.At?.ToUniversalTime() ?? now;
        if (at < now - LongestAgo || at > now + Skew)
            return RightAnswer.TimeOutOfRange;

        var day = DateOnly.FromDateTime(TownCalendar.OnTownClocks(at).DateTime);
        var facts = rules.On(day);
        var zones = QuestionPlaces.ZonesAt(question, facts);
        if (zones is [])
            return RightAnswer.PlaceUnknown;
        var readings = LicensePlate.Readings(question.Plate, facts.PlateDistricts);
        if (readings is [])
            return RightAnswer.PlateUnreadable;

        var keys = readings.Concat(LicensePlate.Readings(question.Plate, FrozenSet<string>.Empty)).Select(reading => reading.Key).Distinct().ToList();
        var visits = keys.SelectMany(key => visitors.OfPlate(key, at)).ToList();
        if (visits.Find(visit => rules.ZonesOfRight(visit.ZoneId, day, day).Any(zones.Contains)) is { } visit)
            return RightAnswer.Yes(visit);
        var rights = keys.Select(index.OfPlate).FirstOrDefault(found => found is not []) ?? [];
        if (rights is [] && visits is [])
            return RightAnswer.NotKnown;
        return rights.FirstOrDefault(right => right.IsValidOn(day) && rules.ZonesOfRight(right.ZoneId, right.ValidFrom, day).Any(zones.Contains)) is { } counts
            ? RightAnswer.Yes(counts)
            : new RightAnswer(RightState.No);
    }
}
