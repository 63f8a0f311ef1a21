namespace Modellstadt.Parking.RegisterEvents;

/// <summary>The words in English.</summary>
internal sealed class EnglishRegisterEventTexts : RegisterEventTexts
{
    public override string Subject => "Your resident parking permit has changed";
    public override string Link => "My permit";

    public override string Say(HolderNews news) => news switch
    {
        HolderNews.Ended => "Your resident parking permit has ended: by the town's registers its conditions are no longer met.",
        HolderNews.PlateGone => "A number plate is gone from your resident parking permit: by the vehicle register the vehicle is no longer yours.",
        _ => "By the resident register you now live in another parking zone. Your permit still counts for the old one.",
    };

    public override string Next(HolderNews news) => news switch
    {
        HolderNews.Ended => "You find the decision under “My permit”. What was paid for unused months comes back as the fee ordinance says. If the register is wrong, please ask the office.",
        HolderNews.PlateGone => "The other plates go on counting. You fetch the new card into your wallet under “My permit”.",
        _ => "Under “My permit” you change into the new zone with one click. If you do not answer, the office gets in touch with you.",
    };
}
