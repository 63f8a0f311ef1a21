using Modellstadt.Kernel.Web;
using Modellstadt.Verifier;

namespace Modellstadt.Parking.Permits;

/// <summary>One application for a permit or for a change of one, from the first button to the decision. Every step is stored before it is shown.</summary>
internal sealed class PermitApplication
{
    /// <summary>Identifier; stands in the address of its page.</summary>
    public required Guid Id { get; init; }

    /// <summary>Amtlicher Gemeindeschlüssel of the town.</summary>
    public required string Ags { get; init; }

    /// <summary>What it asks for.</summary>
    public ApplicationPurpose Purpose { get; init; }

    /// <summary>How it came to the town.</summary>
    public ApplicationOrigin Origin { get; init; }

    /// <summary>SHA-256 of the secret of the browser that started it: only that browser sees it. Null when no citizen's browser did.</summary>
    public string? BrowserHash { get; init; }

    /// <summary>True when the wallet is on another device.</summary>
    public bool CrossDevice { get; init; }

    /// <summary>The question to the wallet; null when the applicant was known from the start.</summary>
    public StartedPresentation? Presentation { get; init; }

    /// <summary>How far it is.</summary>
    public ApplicationState State { get; set; }

    /// <summary>The resident register's key of the applicant; null until the wallet has answered.</summary>
    public string? ResidentId { get; set; }

    /// <summary>Whose citizen ID the applicant showed (<see cref="Permits.ForeignCitizenId"/>, JSON); null when it was this town's own, or none.</summary>
    public string? ForeignCitizenId { get; set; }

    /// <summary>What the town offers (<see cref="PermitProposal"/>, JSON); null before and after.</summary>
    public string? Proposal { get; set; }

    /// <summary>What the citizen confirmed (<see cref="PermitWish"/>, JSON); null before and after.</summary>
    public string? Wish { get; set; }

    /// <summary>Why it was refused; while it waits for a clerk: why no rule decides; while it waits for confirmation: why the last choice was refused (<c>StoredRefusal</c>, JSON).</summary>
    public string? Refusal { get; set; }

    /// <summary>The granted permit; of a change, the permit to be changed.</summary>
    public Guid? PermitId { get; set; }

    /// <summary>The last offer of the credential to the wallet.</summary>
    public Guid? OfferId { get; set; }

    /// <summary>When it was started.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When a waiting application asks the registers again.</summary>
    public DateTimeOffset? NextAttemptAt { get; set; }

    /// <summary>How often the registers did not answer.</summary>
    public int Attempts { get; set; }

    /// <summary>Since when it waits for a clerk; null while it does not.</summary>
    public DateTimeOffset? WithOfficeSince { get; set; }

    /// <summary>True while it waits for a clerk only to release what is decided (VwVfG NRW § 35a).</summary>
    public bool AwaitsRelease { get; set; }

    /// <summary>What clerks found out (<see cref="ClerkFindings"/>, JSON); null before the first finding and after the decision.</summary>
    public string? Findings { get; set; }

    /// <summary>Which clerk has taken it (<c>CaseClaim</c>, JSON); null when nobody has.</summary>
    public string? Claim { get; set; }

    /// <summary>What the office asks the citizen, and the answer (<c>CaseQuestion</c>, JSON); null when nothing is asked.</summary>
    public string? Question { get; set; }

    /// <summary>What the applicant states while a register is silent (<c>ProvisionalStatement</c>, JSON); null when nothing, and after the decision.</summary>
    public string? Statement { get; set; }

    /// <summary>Of a provisional permit: the application that waits for the register; null otherwise.</summary>
    public Guid? ProvisionalFor { get; init; }

    /// <summary>Grows with each change (<c>ParkingDb</c> sees to it): two steps at the same time cannot both happen.</summary>
    public int Revision { get; set; }

    /// <summary>Name, address and choice have served once it is decided: nothing of them is kept with the application.</summary>
    public void ForgetSteps()
    {
        (Proposal, Wish, Findings, Question, Statement, NextAttemptAt) = (null, null, null, null, null, null);
        LeaveOffice();
    }

    /// <summary>Taken back by the citizen before it was decided.</summary>
    public void Withdraw()
    {
        (State, Refusal) = (ApplicationState.Withdrawn, null);
        ForgetSteps();
    }

    /// <summary>Takes what was confirmed; the registers are asked once more for the decision.</summary>
    public void Confirm(PermitWish wish, DateTimeOffset nextAttempt) =>
        (State, Wish, Refusal, Attempts, NextAttemptAt) = (ApplicationState.WaitingForRegister, wish.Write(), null, 0, nextAttempt);

    /// <summary>Goes to a clerk.</summary>
    public void EnterOffice(DateTimeOffset now, bool awaitsRelease) =>
        (State, WithOfficeSince, AwaitsRelease, NextAttemptAt) = (ApplicationState.WaitingForClerk, now, awaitsRelease, null);

    /// <summary>No clerk has it any more.</summary>
    public void LeaveOffice() => (WithOfficeSince, AwaitsRelease, Claim) = (null, false, null);

    /// <summary>True for the browser that started it.</summary>
    public bool BelongsTo(string? browserSession) => browserSession is not null && BrowserHash == BrowserHashes.Of(browserSession);
}

/// <summary>How far an application is.</summary>
internal enum ApplicationState
{
    /// <summary>The wallet has not answered yet.</summary>
    WaitingForWallet,

    /// <summary>The registers are asked, for the proposal or after the confirmation; when one does not answer, the town asks again by itself.</summary>
    WaitingForRegister,

    /// <summary>The citizen sees zone, fee and vehicles and has not confirmed yet.</summary>
    WaitingForConfirmation,

    /// <summary>No rule decides it: a clerk does.</summary>
    WaitingForClerk,

    /// <summary>The permit, or its change, is granted.</summary>
    Granted,

    /// <summary>The permit, or its change, is refused.</summary>
    Refused,

    /// <summary>The citizen has taken it back before it was decided.</summary>
    Withdrawn,
}

/// <summary>What an application asks for.</summary>
internal enum ApplicationPurpose
{
    /// <summary>A permit for somebody who has none.</summary>
    FirstPermit,

    /// <summary>A further term of a permit, without a gap.</summary>
    Renewal,

    /// <summary>Other plates on a permit.</summary>
    PlateChange,

    /// <summary>Another plate for some days, for example of a workshop's car.</summary>
    TemporaryPlate,

    /// <summary>Another zone after a move within the town.</summary>
    ZoneSwap,

    /// <summary>The end of a permit before its last day, as its holder wishes.</summary>
    Return,

    /// <summary>The end of a permit because what it rests on is gone, as a register told.</summary>
    Lapse,

    /// <summary>A permit for some days that rests on a statement, while a register is silent.</summary>
    Provisional,

    /// <summary>What visitors used: nobody applies for it, only a fee notice is for it.</summary>
    VisitorTickets,

    /// <summary>A permit rests, because its fee is unpaid: nobody applies for it.</summary>
    Suspension,

    /// <summary>A permit that rested for its fee counts again.</summary>
    TakingUp,
}

/// <summary>How an application came to the town.</summary>
internal enum ApplicationOrigin
{
    /// <summary>The citizen's wallet was asked for it.</summary>
    Wallet,

    /// <summary>The holder asked for it on the page of the permit.</summary>
    Holder,

    /// <summary>A clerk took it at the counter.</summary>
    Counter,

    /// <summary>A register told of something that concerns a permit.</summary>
    Register,

    /// <summary>The office renews many permits at once.</summary>
    Office,

    /// <summary>The town's books told of a fee.</summary>
    Books,
}
