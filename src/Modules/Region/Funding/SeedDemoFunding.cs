using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Region.Funding;

/// <summary>
/// In demonstrations only: made-up notices with payments come into the ledger at start, through the same actions as a clerk's. Each has a key:
/// started again, or killed in between, everything is there once. What happens in the file's future is booked by a later start.
/// </summary>
internal sealed class SeedDemoFunding(EnterNotice enter, BookPayment book, TownCalendar calendar, IOptions<TownOptions> town) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!town.Value.Demo)
            return;

        foreach (var notice in DemoFunding.Read(Path.GetFullPath(town.Value.FactsDirectory)))
            await SeedAsync(notice, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task SeedAsync(DemoNotice notice, CancellationToken cancellationToken)
    {
        var entered = await enter.ExecuteAsync(notice.ToDraft(), Actors.Program, cancellationToken);
        if (IsThereAlready(entered.Refusal))
            return;

        for (var number = 0; number < notice.Payments.Count; number++)
        {
            if (notice.Payments[number].On <= calendar.Today)
                IsThereAlready((await book.ExecuteAsync(entered.Value.Id, notice.Payments[number].ToDraft($"{notice.Key}/{number}"), Actors.Program, cancellationToken)).Refusal);
        }
    }

    /// <summary>What an earlier start has entered stays, even when the file says something else by now.</summary>
    /// <exception cref="InvalidDataException">The file breaks the rules of the ledger.</exception>
    private static bool IsThereAlready(Refusal? refusal) => refusal switch
    {
        null => false,
        FormUsedBefore => true,
        _ => throw new InvalidDataException($"The made-up funding cannot be entered: {refusal.Type}"),
    };
}

/// <summary>The made-up notices: <c>modellregion/overlays/funding.demo.json</c> among the facts.</summary>
/// <param name="Demo">Always true.</param>
/// <param name="Notices">The notices.</param>
internal sealed record DemoFunding(bool Demo, IReadOnlyList<DemoNotice> Notices)
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <summary>The notices of the file; none when there is no file.</summary>
    /// <exception cref="InvalidDataException">The file does not say that it is made up.</exception>
    public static IReadOnlyList<DemoNotice> Read(string directory)
    {
        var path = Path.Combine(directory, "modellregion", "overlays", "funding.demo.json");
        if (!File.Exists(path))
            return [];

        using var stream = File.OpenRead(path);
        return JsonSerializer.Deserialize<DemoFunding>(stream, Format) is { Demo: true } file ? file.Notices : throw new InvalidDataException($"{path} does not say that it is made up.");
    }
}

/// <summary>A made-up notice with its payments.</summary>
/// <param name="Project">The project.</param>
/// <param name="Programme">The programme.</param>
/// <param name="Authority">Who grants.</param>
/// <param name="Reference">The authority's reference.</param>
/// <param name="Plan">The figures, as the ledger stores them.</param>
/// <param name="Payments">The payments in their order.</param>
internal sealed record DemoNotice(string Project, string Programme, string Authority, string Reference, JsonElement Plan, IReadOnlyList<DemoPayment> Payments)
{
    /// <summary>Who gets it.</summary>
    public required string Recipient { get; init; }

    /// <summary>What kind of recipient that is.</summary>
    public required RecipientKind RecipientKind { get; init; }

    /// <summary>Day of the notice.</summary>
    public required DateOnly GrantedOn { get; init; }

    /// <summary>Unique in the ledger.</summary>
    [JsonIgnore]
    public string Key => $"demo/{Reference}";

    /// <summary>The notice as it is entered.</summary>
    public NoticeDraft ToDraft() => new(Key, Project, Programme, Authority, Reference, GrantPlan.FromJson(Plan.GetRawText()))
    {
        Recipient = Recipient, RecipientKind = RecipientKind, GrantedOn = GrantedOn, Demo = true,
    };
}

/// <summary>A made-up payment; the fields are those of <see cref="PaymentDraft"/>.</summary>
internal sealed record DemoPayment(FundingEntryKind Kind, DateOnly On, long Cents, long? EligibleCents, FundingSource? Source, CostCategory? Category, string? Milestone)
{
    /// <summary>The partner who spent it.</summary>
    public string? Partner { get; init; }

    /// <summary>Who paid or was paid.</summary>
    public string? Party { get; init; }

    /// <summary>Number of the invoice.</summary>
    public string? Document { get; init; }

    /// <summary>For what.</summary>
    public string? Words { get; init; }

    /// <summary>The payment as it is booked.</summary>
    public PaymentDraft ToDraft(string key) => new(key, Kind, On)
    {
        Cents = Cents,
        EligibleCents = Kind is FundingEntryKind.Spent ? EligibleCents ?? Cents : 0,
        Source = Source,
        Category = Category,
        Milestone = Milestone,
        Partner = Partner,
        Party = Party,
        Document = Document,
        Words = Words,
    };
}
