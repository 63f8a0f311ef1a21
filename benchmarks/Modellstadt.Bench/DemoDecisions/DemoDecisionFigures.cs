using System.Text.Json;
using Modellstadt.Kernel.Texts;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Permits;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.Bench.DemoDecisions;

/// <summary>
/// What the rules answer to everybody of the made-up town, in process: the share of the eligible who need no clerk's thinking, how many
/// get no permit at once, and the words that each of those reads.
/// </summary>
internal sealed class DemoDecisionFigures : IBenchmark
{
    private const string Ags = "05513000";

    public static string Name => "demo-decisions";

    public static async IAsyncEnumerable<Figure> MeasureAsync(Scene scene)
    {
        var data = ProductFiles.PathOf("data");
        var (facts, options) = (new FactFiles(data).Of(Ags, withOverlay: true), new RegistersOptions().Demo);
        var town = DemoTown.Build(options.Seed, options.Count, DemoStreets.Read(data, Ags), Ags, facts.Town.Name);
        var day = DateOnly.FromDateTime(scene.Time.GetUtcNow().UtcDateTime);
        var answers = await Task.Run(() => town.Persons.Select(person => Answer(facts, town, person, day)).ToArray());

        var (granted, withClerk) = (answers.Count(answer => answer.Kind is AnswerKind.Permit), answers.Count(answer => answer.Kind is AnswerKind.Clerk && answer.IsEligible));
        yield return new Figure("demo-decisions-persons", answers.Length, "persons");
        yield return new Figure(Name, 100.0 * granted / (granted + withClerk), "%") { Note = $"{granted} of {granted + withClerk} eligible persons" };
        yield return new Figure("demo-decisions-without-thinking", 100.0 * answers.Count(answer => answer.Kind is AnswerKind.Permit or AnswerKind.Rule) / answers.Length, "%") { Note = "permit or refusal by rule, of everybody" };
        yield return new Figure("demo-decisions-awkward", 100.0 * answers.Count(answer => answer.Kind is not AnswerKind.Permit) / answers.Length, "%") { Note = "everybody without a permit at once" };
        yield return new Figure("demo-decisions-unexplained", answers.Count(answer => answer.Words is null), "persons");
        foreach (var story in answers.GroupBy(answer => (answer.Story, answer.Kind, answer.Type)).OrderBy(story => story.Key.Story))
            yield return new Figure($"demo-decisions-{JsonNamingPolicy.KebabCaseLower.ConvertName($"{story.Key.Story}")}", story.Count(), "persons") { Note = $"{Door(story.Key.Kind)}: {story.First().Words}" };
    }

    private static DemoAnswer Answer(ParkingFacts facts, DemoTown town, DemoPerson person, DateOnly day)
    {
        var query = new ResidentQuery(person.Card.Name, person.Card.BirthDate, person.Card.Address.StreetAddress, person.Card.Address.PostalCode);
        return FindResident.Among([.. town.BornOn(query.BirthDate)], query) switch
        {
            RegisterAnswer<Resident>.Found(var resident) => Decide(facts, new PermitFacts(day, resident, town.VehiclesOf(resident.Id), Held: null), person.Story),
            RegisterAnswer<Resident>.Ambiguous => new DemoAnswer(person.Story, AnswerKind.NoCitizenId, "ambiguous", "Several persons of the register fit the card, and nothing tells them apart."),
            _ => new DemoAnswer(person.Story, AnswerKind.NoCitizenId, "unknown", "Nobody of the card's birth date bears its name in the register."),
        };
    }

    /// <summary>The decision on whatever is preselected in the form.</summary>
    private static DemoAnswer Decide(ParkingFacts facts, PermitFacts applicant, DemoStory story)
    {
        var decided = PermitRules.Propose(facts, applicant).Succeeded(out var proposal, out var refusal)
            ? PermitRules.Decide(facts, applicant, new PermitWish([proposal.Vehicles[0].Key], proposal.Vehicles[0].Terms[0].Months, NoOwnSpace: true)).Refusal
            : refusal;
        if (decided is null)
            return new DemoAnswer(story, AnswerKind.Permit, "permit", "What the form preselects is granted.");
        var (german, english) = (decided.In(Language.German), decided.In(Language.English));
        var explained = new[] { german.Title, german.Sentence, german.NextStep, english.Title, english.Sentence, english.NextStep }.All(words => words.Length > 0);
        return new DemoAnswer(story, decided is OfficeDecides ? AnswerKind.Clerk : AnswerKind.Rule, decided.Type, explained ? $"{english.Title}. {english.Sentence}" : null);
    }

    private static string Door(AnswerKind kind) => kind switch
    {
        AnswerKind.Permit => "permit at once",
        AnswerKind.Rule => "refused by a rule",
        AnswerKind.Clerk => "a clerk looks",
        _ => "no citizen ID, so no application",
    };

    private enum AnswerKind { Permit, Rule, Clerk, NoCitizenId }

    /// <summary>What one person got.</summary>
    /// <param name="Story">What makes the person awkward.</param>
    /// <param name="Kind">Who decided.</param>
    /// <param name="Type">The answer's stable name.</param>
    /// <param name="Words">Why; null when a language lacks a word.</param>
    private sealed record DemoAnswer(DemoStory Story, AnswerKind Kind, string Type, string? Words)
    {
        /// <summary>A death is no entitlement: somebody else uses the card.</summary>
        public bool IsEligible => Story is not DemoStory.Deceased;
    }
}
