using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Region.Board;

/// <summary>
/// In demonstrations only: a made-up meeting with made-up proposals on its agenda, through the same actions as the project office's. Each has a key:
/// started again, or killed in between, everything is there once.
/// </summary>
internal sealed class SeedDemoBoard(HoldMeeting hold, WriteProposal write, IOptions<TownOptions> town) : IHostedService
{
    private static readonly Acting Program = new(Actors.Program, StaffRole.ProjectOffice);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!town.Value.Demo || DemoBoard.Read(Path.GetFullPath(town.Value.FactsDirectory)) is not { } demo)
            return;

        var planned = await hold.PlanAsync(demo.Meeting.ToDraft(), Program, cancellationToken);
        if (IsThereAlready(planned.Refusal))
            return;

        foreach (var proposal in demo.Proposals)
        {
            var drafted = await write.CreateAsync(proposal.Key, proposal.ToContent(), Program, cancellationToken);
            if (!IsThereAlready(drafted.Refusal))
                IsThereAlready((await write.SubmitAsync(drafted.Value.ProposalId, new SeenProposal($"{proposal.Key}/submission", drafted.Value.Version), planned.Value.Id, Program, cancellationToken)).Refusal);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What an earlier start has brought stays, even when the file says something else, or somebody has gone on with it by now.</summary>
    /// <exception cref="InvalidDataException">The file breaks the rules of the board.</exception>
    private static bool IsThereAlready(Refusal? refusal) => refusal switch
    {
        null => false,
        ProposalFormUsedBefore or ProposalChangedMeanwhile or ProposalNotOpen or AgendaClosed => true,
        _ => throw new InvalidDataException($"The made-up meeting cannot be entered: {refusal.Type}"),
    };
}

/// <summary>The made-up meeting: <c>modellregion/overlays/board.demo.json</c> among the facts.</summary>
/// <param name="Demo">Always true.</param>
/// <param name="Meeting">The meeting.</param>
/// <param name="Proposals">What stands on its agenda.</param>
internal sealed record DemoBoard(bool Demo, DemoMeeting Meeting, IReadOnlyList<DemoProposal> Proposals)
{
    private static readonly JsonSerializerOptions Format = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>What the file says; null when there is no file.</summary>
    /// <exception cref="InvalidDataException">The file does not say that it is made up.</exception>
    public static DemoBoard? Read(string directory)
    {
        var path = Path.Combine(directory, "modellregion", "overlays", "board.demo.json");
        if (!File.Exists(path))
            return null;

        using var stream = File.OpenRead(path);
        return JsonSerializer.Deserialize<DemoBoard>(stream, Format) is { Demo: true } file ? file : throw new InvalidDataException($"{path} does not say that it is made up.");
    }
}

/// <summary>A made-up meeting; the fields are those of <see cref="MeetingDraft"/>.</summary>
internal sealed record DemoMeeting(string Key, DateOnly HeldOn, string Place, bool IsPublic, bool VotesByName)
{
    /// <summary>The meeting as it is planned.</summary>
    public MeetingDraft ToDraft() => new(Key, HeldOn, Place, IsPublic, VotesByName, Demo: true);
}

/// <summary>A made-up proposal.</summary>
/// <param name="Key">Unique among everything the board does.</param>
/// <param name="Content">As the board stores it.</param>
internal sealed record DemoProposal(string Key, [property: JsonRequired] JsonElement Content)
{
    /// <summary>The proposal as it is written.</summary>
    public ProposalContent ToContent() => ProposalContent.Read(Content.GetRawText());
}
