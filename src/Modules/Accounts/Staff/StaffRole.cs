namespace Modellstadt.Accounts;

/// <summary>
/// What a member of staff may do. An administrator may do everything that a clerk and a warden may, and nothing of what the roles of the model region
/// decide: who gives out accounts neither proposes nor votes nor approves.
/// </summary>
public enum StaffRole
{
    /// <summary>Sachbearbeitung: sees applications and permits, revokes.</summary>
    Clerk,

    /// <summary>Verkehrsüberwachung: checks plates and permits in the street; learns nothing about persons.</summary>
    Warden,

    /// <summary>Administration: staff accounts and passkeys.</summary>
    Administrator,

    /// <summary>Projektbüro: keeps the town's projects and their grants, and alone puts proposals forward to the regional board.</summary>
    ProjectOffice,

    /// <summary>Mitglied des regionalen Gremiums: votes on proposals.</summary>
    BoardMember,

    /// <summary>Vorsitz des regionalen Gremiums: votes, opens and closes votes, answers for the minutes.</summary>
    BoardChair,

    /// <summary>Bezirksregierung: approves or refuses what the board has recommended.</summary>
    DistrictGovernment,
}
