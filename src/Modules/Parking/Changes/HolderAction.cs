using Modellstadt.Accounts;

namespace Modellstadt.Parking.Changes;

/// <summary>What somebody who has signed in may want to do with their permit.</summary>
internal enum HolderAction
{
    /// <summary>See the permit, its letters and tickets.</summary>
    See,

    /// <summary>Renew the permit with what is on it.</summary>
    Renew,

    /// <summary>Make and end tickets for visitors.</summary>
    Invite,

    /// <summary>Change plates or zone, ask for the use of a vehicle.</summary>
    Change,

    /// <summary>Take back what is not decided yet.</summary>
    Withdraw,

    /// <summary>Give the permit back, and say where the money goes.</summary>
    Return,

    /// <summary>Fetch the card into a wallet, which ends it on another one.</summary>
    FetchCard,

    /// <summary>Read the copy of all personal data, and ask for corrections.</summary>
    ReadPersonalData,
}

/// <summary>How sure the town must be of the person for each of them.</summary>
internal static class HolderActions
{
    private static readonly Dictionary<HolderAction, AssuranceLevel> Levels = new()
    {
        [HolderAction.See] = AssuranceLevel.Low,
        [HolderAction.Renew] = AssuranceLevel.Low,
        [HolderAction.Invite] = AssuranceLevel.Low,
        [HolderAction.Change] = AssuranceLevel.Substantial,
        [HolderAction.Withdraw] = AssuranceLevel.Substantial,
        [HolderAction.Return] = AssuranceLevel.Substantial,
        [HolderAction.FetchCard] = AssuranceLevel.Substantial,
        [HolderAction.ReadPersonalData] = AssuranceLevel.Substantial,
    };

    /// <summary>The least level of a sign-in that opens it.</summary>
    public static AssuranceLevel LevelOf(HolderAction action) => Levels[action];
}
