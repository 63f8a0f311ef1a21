using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.RegisterEvents;

/// <summary>English.</summary>
internal sealed class EnglishEventTexts : EventTexts
{
    public override string Leave => "Leave the permit as it is";
    public override string LeaveReason => "Why it stays";
    public override string LeaveHint => "The reason stands in the decision. Nobody writes to the person, because nothing changes for them.";

    public override RefusalText EventAwaitsRelease { get; } = new(
        "Told by a register: what follows for a permit", "A register has told that a condition of the permit is gone. Without a legal basis no program decides alone.",
        "Release what is prepared, or leave the permit as it is.");

    public override RefusalText VehicleLeft { get; } = new(
        "Told by a register: vehicle deregistered or given up", "The town has not laid down whether the permit ends with it.", "Decide whether the permit ends or stays.");

    public override RefusalText EventSetAside(string reason) => new("The permit stays", $"Reason: “{reason}”.", "Nothing changes.");

    protected override string Ends(string reason, string money) => $"The permit ends: {reason}. Refund: {money}.";
    protected override string Keeps(string plates) => $"A vehicle is no longer registered. The permit keeps: {plates}.";
    protected override string Reason(EndReason reason) => reason switch
    {
        EndReason.Died => "death (resident register)",
        EndReason.MovedAway => "moved away (resident register)",
        EndReason.LeftZone => "moved into no parking zone (resident register)",
        _ => "vehicle deregistered or given up (vehicle register)",
    };
}
