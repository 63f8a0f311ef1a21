namespace Modellstadt.Accounts;

/// <summary>What a member of staff may do. An administrator may do everything that a clerk and a warden may.</summary>
public enum StaffRole
{
    /// <summary>Sachbearbeitung: sees applications and permits, revokes.</summary>
    Clerk,

    /// <summary>Verkehrsüberwachung: checks plates and permits in the street; learns nothing about persons.</summary>
    Warden,

    /// <summary>Administration: staff accounts and passkeys.</summary>
    Administrator,
}
