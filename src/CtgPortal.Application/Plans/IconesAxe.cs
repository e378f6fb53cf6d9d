namespace CtgPortal.Application.Plans;

/// <summary>The icons an axe may bear, by the name of their drawing; the words say what they show.</summary>
public static class IconesAxe
{
    public static readonly IReadOnlyDictionary<string, string> Toutes = new Dictionary<string, string>
    {
        ["balloon-heart"] = "Petite enfance",
        ["puzzle"] = "Enfance",
        ["backpack"] = "Enfance et jeunesse",
        ["bicycle"] = "Jeunesse",
        ["house-heart"] = "Parentalité",
        ["people"] = "Vie sociale",
        ["chat-dots"] = "Écoute et dialogue",
        ["compass"] = "Accès aux droits",
        ["laptop"] = "Numérique",
        ["house-door"] = "Logement",
        ["universal-access"] = "Handicap",
        ["briefcase"] = "Emploi et insertion",
        ["bus-front"] = "Mobilité",
        ["hospital"] = "Santé",
        ["mortarboard"] = "Éducation",
        ["music-note-beamed"] = "Culture et loisirs",
        ["heart"] = "Solidarité",
        ["tree"] = "Cadre de vie",
        ["diagram-3"] = "Gouvernance",
        ["megaphone"] = "Communication",
    };
}
