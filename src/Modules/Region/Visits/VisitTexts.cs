using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Region.Visits;

/// <summary>What guests of a visit, its screen and the office read.</summary>
internal abstract class VisitTexts : ITexts<VisitTexts>
{
    private static readonly VisitTexts German = new GermanVisitTexts();
    private static readonly VisitTexts English = new EnglishVisitTexts();

    /// <summary>Why the wallet is asked.</summary>
    public abstract string Purpose { get; }

    public abstract string Office { get; }
    public abstract string OfficeLead { get; }
    public abstract string Name { get; }
    public abstract string NameHint { get; }
    public abstract string Places { get; }
    public abstract string PlacesHint { get; }
    public abstract string Lasts { get; }
    public abstract string UntilMidnight { get; }
    public abstract string Start { get; }
    public abstract string Running { get; }
    public abstract string None { get; }
    public abstract string OpenScreen { get; }
    public abstract string OpenScreenHint { get; }
    public abstract string End { get; }
    public abstract string EndHint { get; }
    public abstract string Ended { get; }
    public abstract string EndedHint { get; }
    public abstract string StartNew { get; }

    public abstract string Door { get; }
    public abstract string DoorLead { get; }
    public abstract string Code { get; }
    public abstract string CodeHint { get; }
    public abstract string CodeGo { get; }
    public abstract string WhatHappens { get; }
    public abstract string NoData { get; }
    public abstract string Join { get; }

    public abstract string IdWaits { get; }
    public abstract string TakeId { get; }
    public abstract string IdArrived { get; }
    public abstract string Apply { get; }
    public abstract string AppliedWords { get; }
    public abstract string TakePermit { get; }
    public abstract string PermitArrived { get; }
    public abstract string OpenWallet { get; }
    public abstract string HowFar { get; }

    public abstract string Scan { get; }
    public abstract string OrType { get; }
    public abstract string QrLabel { get; }
    public abstract string Guests { get; }
    public abstract string NobodyYet { get; }

    public abstract RefusalText NoSuchVisit { get; }
    public abstract RefusalText NoSuchGuest { get; }
    public abstract RefusalText CardOfAnotherGuest { get; }
    public abstract RefusalText VisitUnreadable { get; }
    public abstract RefusalText NoSuchScreen { get; }

    public static VisitTexts For(Language language) => language is Language.German ? German : English;

    public abstract RefusalText VisitFull(int places);

    public abstract string Hours(int count);

    public abstract string GuestsOf(int guests, int places);

    public abstract string EndsAt(string time);

    public abstract string Welcome(string visit);

    public abstract string YouAre(string name);

    public abstract string NameOf(GuestStep step);

    /// <summary>One word for a column of the screen.</summary>
    public abstract string ShortNameOf(GuestStep step);

    /// <summary>How many guests the screen has no room for.</summary>
    public abstract string Earlier(int guests);
}
