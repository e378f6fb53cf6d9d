using System.Text.Json.Nodes;
using CsCheck;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Versions;
using CtgPortal.TestSupport.Documents;

namespace CtgPortal.Application.Tests.Versions;

public sealed class ComparerDossiersTests
{
    private static readonly DossierConvention Depart = Identifier(DossierExemple.TroisRivieres());

    /// <summary>What identifies a dossier or is drawn from the rest: not a difference of the convention.</summary>
    private static readonly HashSet<string> PasCompares =
    [
        "tableau", "montants", "versionSchema", "reference", "etat", "versionNumero", "versionDate", "referenceDocument", "adresseVerification", "dateProduction", "id", "estModele", "preambuleEstModele", "visasEstModele", "numero",
        "figures", "svg",

        // told with the signers and the deliberations
        "representants", "deliberationNumero", "deliberationDate",
    ];

    /// <summary>Names by which a thing is found again: another name is another thing.</summary>
    private static readonly HashSet<string> Cles =
        ["themes/titre", "indicateurs/libelle", "indicateurs/annee", "indicateurs/geographie", "deliberations/organe", "signataires/partie", "signataires/nom", "equipements/nom", "perimetre/insee", "budget/financeur", "budget/annee", "budget/nature", "releves/annee", "articles/titre", "operations/titre"];

    [Fact]
    public void Un_dossier_compare_a_lui_meme_n_a_pas_de_difference()
    {
        foreach (var dossier in new[] { Depart, DossierExemple.Vide(), DossierExemple.Extreme(), DossierExemple.SoixanteFiches(), DossierExemple.Signee(), DossierExemple.Reprise() })
        {
            var relu = DossierJson.Lire(DossierJson.Serialiser(dossier));
            var comparaison = ComparerDossiers.Entre(dossier, relu);

            Assert.True(comparaison.EstVide, string.Join("\n", comparaison.Differences));
            Assert.Empty(ResumeComparaison.De(comparaison));
        }
    }

    [Fact]
    public void Chaque_valeur_qui_change_est_dite_et_dite_une_fois()
    {
        var octets = DossierJson.Serialiser(Depart);
        var chemins = Feuilles(JsonNode.Parse(octets)!, "").ToList();
        Assert.True(chemins.Count > 400, $"{chemins.Count} values");
        List<string> defauts = [];
        foreach (var (chemin, genre) in chemins)
        {
            var json = JsonNode.Parse(octets)!;
            Changer(json, chemin);
            var differences = ComparerDossiers.Entre(Depart, DossierJson.Lire(System.Text.Encoding.UTF8.GetBytes(json.ToJsonString()))).Differences;
            if (differences.Count == 0 || (!Cles.Contains(genre) && (differences.Count > 1 || differences[0].Champs.Count != 1)))
            {
                defauts.Add($"{chemin}: {differences.Count} ({string.Join(" ; ", differences.Select(d => $"{d.Sujet} {string.Join(',', d.Champs.Select(c => c.Code))}"))})");
            }
        }

        Assert.Empty(defauts);
    }

    [Fact]
    public void Les_comptes_sont_ceux_des_fiches_ajoutees_et_retirees() => Gen.Int[0, 13].Array[0, 14].Select(Gen.Int[0, 5]).Sample((rangs, ajouts) =>
    {
        var retirees = rangs.Distinct().ToHashSet();
        var toutes = Depart.Axes.SelectMany(a => a.Fiches).ToList();
        var gardees = toutes.Where((_, i) => !retirees.Contains(i)).Select(f => f.Id).ToHashSet();
        var apres = Depart with
        {
            Axes =
            [
                .. Depart.Axes.Select((a, i) => a with
                {
                    Fiches = [.. a.Fiches.Where(f => gardees.Contains(f.Id)), .. i == 0 ? Enumerable.Range(0, ajouts).Select(n => new FicheDossier { Id = $"nouvelle-{n}", Numero = $"{90 + n}", Titre = $"Nouvelle {n}" }) : []],
                }),
            ],
        };

        var fiches = ComparerDossiers.Entre(Depart, apres).Differences.Where(d => d.Genre == "fiche").ToList();

        Assert.Equal(ajouts, fiches.Count(d => d.Nature == NatureDifference.Ajout));
        Assert.Equal(retirees.Count, fiches.Count(d => d.Nature == NatureDifference.Retrait));
        Assert.DoesNotContain(fiches, d => d.Nature == NatureDifference.Modification);

        // back again: what was added is taken away
        var retour = ComparerDossiers.Entre(apres, Depart).Differences.Where(d => d.Genre == "fiche").ToList();
        Assert.Equal(retirees.Count, retour.Count(d => d.Nature == NatureDifference.Ajout));
        Assert.Equal(ajouts, retour.Count(d => d.Nature == NatureDifference.Retrait));
    });

    [Fact]
    public void Une_fiche_renommee_et_deplacee_est_la_meme_fiche()
    {
        var mobile = Depart.Axes[1].Fiches[0];
        var apres = Depart with
        {
            Axes =
            [
                .. Depart.Axes.Select((a, i) => i switch
                {
                    1 => a with { Fiches = [.. a.Fiches.Skip(1)] },
                    2 => a with { Fiches = [mobile with { Titre = "Un autre titre", CoutPrevisionnel = 50_000, Numero = "6" }, .. a.Fiches] },
                    _ => a,
                }),
            ],
        };

        var difference = Assert.Single(ComparerDossiers.Entre(Depart, apres).Differences);

        Assert.Equal(NatureDifference.Modification, difference.Nature);
        Assert.Equal((Depart.Axes[1].Titre, Depart.Axes[2].Titre), (difference.Deplacement!.De![8..], difference.Deplacement.Vers![8..]));
        Assert.Equal(["intitule", "cout-previsionnel"], difference.Champs.Select(c => c.Code));
        Assert.Equal("+\u00A01\u202F499,5\u00A0€", difference.Champs[1].Ecart);
        Assert.Equal("Déplacement et modification", MotsVersions.De(difference));
    }

    [Fact]
    public void Une_difference_se_separe_en_ce_qui_engage_et_ce_qui_n_engage_pas()
    {
        var (axe, autre) = (Depart.Axes[1], Depart.Axes[2]);
        var fiche = axe.Fiches[0] with { Titre = "Un autre titre", Constat = "Un autre constat" };
        DifferenceDossier Difference(AxeDossier a, AxeDossier b) => ComparerDossiers.Entre(Depart, Depart with { Axes = [Depart.Axes[0], a, b, .. Depart.Axes.Skip(3)] })
            .Differences.Single(d => d.Genre == "fiche");

        var (engage, libre) = Difference(axe with { Fiches = [fiche, .. axe.Fiches.Skip(1)] }, autre).Separer();
        Assert.Equal(("intitule", true), (engage!.Champs.Single().Code, engage.Contractuelle));
        Assert.Equal(("constat", false), (libre!.Champs.Single().Code, libre.Contractuelle));

        // its place binds, whatever is written in it
        (engage, libre) = Difference(axe with { Fiches = [.. axe.Fiches.Skip(1)] }, autre with { Fiches = [fiche with { Titre = axe.Fiches[0].Titre }, .. autre.Fiches] }).Separer();
        Assert.True(engage!.Deplacement!.Contractuel);
        Assert.Empty(engage.Champs);
        Assert.Equal((null, "constat"), (libre!.Deplacement, libre.Champs.Single().Code));

        // its rank among its like does not, and what goes is whole
        (engage, libre) = Difference(axe with { Fiches = [.. axe.Fiches.Skip(1), axe.Fiches[0]] }, autre).Separer();
        Assert.Equal((null, false), (engage, libre!.Deplacement!.Contractuel));
        (engage, libre) = Difference(axe with { Fiches = [.. axe.Fiches.Skip(1)] }, autre).Separer();
        Assert.Equal((NatureDifference.Retrait, null), (engage!.Nature, libre));
    }

    [Fact]
    public void Un_dossier_fige_sans_identifiants_se_rapproche_par_le_titre_puis_le_numero()
    {
        var ancien = DossierExemple.TroisRivieres();
        var axes = Depart.Axes.Select((a, i) => i == 0 ? a with { Fiches = [a.Fiches[0] with { Titre = "Une plateforme" }] } : a);

        var differences = ComparerDossiers.Entre(ancien, Depart with { Axes = [.. axes] }).Differences;

        Assert.Equal([("fiche", NatureDifference.Modification, "intitule")], differences.Select(d => (d.Genre, d.Nature, d.Champs.Single().Code)));
    }

    [Fact]
    public void Un_axe_monte_se_deplace_seul_et_les_numeros_changent_une_fois()
    {
        var apres = Depart with
        {
            Axes = [.. new[] { Depart.Axes[3] }.Concat(Depart.Axes.Where((_, i) => i != 3)).Select((a, i) => a with { Numero = $"{i + 1}" })],
        };

        var differences = ComparerDossiers.Entre(Depart, apres).Differences;

        Assert.Equal([("axe", true), ("numerotation", false)], differences.Select(d => (d.Genre, d.Deplacement is not null)));
        Assert.Equal(["1 → 2", "2 → 3", "3 → 4"], differences[1].Champs.Select(MotsVersions.Passage));
        Assert.Equal(["1 axe déplacé", "3 numéros changés dans le plan"], ResumeComparaison.De(ComparerDossiers.Entre(Depart, apres)).Select(r => r.Phrase));
    }

    [Fact]
    public void Le_resume_dit_les_fiches_les_mots_et_l_argent()
    {
        var article = Depart.Articles[4];
        var apres = Depart with
        {
            Articles = [.. Depart.Articles.Select(a => a == article ? a with { Corps = [.. a.Corps, BlocTexte.Paragraphe("Un comité se réunit chaque trimestre.")] } : a)],
            Axes = [.. Depart.Axes.Select((a, i) => i == 0 ? a with { Fiches = [a.Fiches[0] with { Budget = [.. a.Fiches[0].Budget, new() { Financeur = "État", Annee = 2023, Prevu = 45_000 }] }, new() { Id = "n", Numero = "15", Titre = "Nouvelle" }] } : a)],
            Perimetre = [.. Depart.Perimetre.Skip(2)],
        };

        var phrases = ResumeComparaison.De(ComparerDossiers.Entre(Depart, apres)).Select(r => r.Phrase.Replace('\u00A0', ' ').Replace('\u202F', ' ')).ToList();

        Assert.Contains("Article 5 – Engagements des partenaires : 6 mots ajoutés", phrases);
        Assert.Contains("1 fiche ajoutée, 1 modifiée", phrases);
        Assert.Contains("2 communes retirées", phrases);
        Assert.Contains(phrases, p => p.StartsWith("Financements prévus : + 45 000 €", StringComparison.Ordinal));
    }

    [Fact]
    public void Un_constat_modifie_se_dit_au_diagnostic_et_pas_une_fois_de_plus_dans_le_fil()
    {
        var fil = new LienFilDossier { Id = "f", Numero = "Fiche 1", Intitule = "Une fiche", Origines = [new() { Id = "c0", Nature = "Force", Texte = Depart.Diagnostic!.Themes[0].Constats[0].Texte }] };
        var avant = Depart with { Fil = [fil] };
        var theme = Depart.Diagnostic.Themes[0];
        var apres = avant with
        {
            Fil = [fil with { Origines = [fil.Origines[0] with { Texte = "Autrement dit" }] }],
            Diagnostic = Depart.Diagnostic with { Themes = [theme with { Constats = [theme.Constats[0] with { Texte = "Autrement dit" }, .. theme.Constats.Skip(1)] }, .. Depart.Diagnostic.Themes.Skip(1)] },
        };

        Assert.Equal(["constat"], ComparerDossiers.Entre(avant, apres).Differences.Select(d => d.Genre));
        Assert.Equal(["lien"], ComparerDossiers.Entre(avant, avant with { Fil = [fil with { Origines = [] }] }).Differences.Select(d => d.Genre));
    }

    [Fact]
    public void Un_texte_fige_ne_se_compare_pas_sur_ce_qui_est_vecu_apres()
    {
        var figee = Depart with { Etat = EtatDocument.Figee, DateSignature = null, Axes = [.. Depart.Axes.Select(a => a with { Fiches = [.. a.Fiches.Select(f => f with { Suivi = null })] })] };

        var comparaison = ComparerDossiers.Entre(figee, Depart);

        Assert.True(comparaison.SansVecu);
        Assert.True(comparaison.EstVide);
        Assert.Contains(ComparerDossiers.Entre(figee with { Etat = EtatDocument.Projet }, Depart).Differences, d => d.Partie == PartieComparee.Suivi);
    }

    /// <summary>The paths of the values that are compared, each with the names of its last list and of its property.</summary>
    private static IEnumerable<(string Chemin, string Genre)> Feuilles(JsonNode noeud, string chemin, string liste = "") => noeud switch
    {
        JsonObject o => o.Where(p => !PasCompares.Contains(p.Key) && p.Value is not null && !(p.Key == "type" && liste is "corps" or "preambule" or "gouvernance" or "evaluation")).SelectMany(p => p.Value is JsonArray
            ? Feuilles(p.Value, $"{chemin}/{p.Key}", p.Key)
            : p.Value is JsonObject ? Feuilles(p.Value, $"{chemin}/{p.Key}", liste) : [($"{chemin}/{p.Key}", $"{liste}/{p.Key}")]),
        JsonArray a => a.SelectMany((e, i) => e is JsonObject ? Feuilles(e, $"{chemin}/{i}", liste) : [($"{chemin}/{i}", liste)]),
        _ => [],
    };

    private static void Changer(JsonNode racine, string chemin)
    {
        var etapes = chemin.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var parent = etapes[..^1].Aggregate(racine, (n, e) => n is JsonArray a ? a[int.Parse(e, System.Globalization.CultureInfo.InvariantCulture)]! : n[e]!);
        var valeur = parent is JsonArray liste ? liste[int.Parse(etapes[^1], System.Globalization.CultureInfo.InvariantCulture)]! : parent[etapes[^1]]!;
        JsonNode autre = valeur.GetValueKind() switch
        {
            System.Text.Json.JsonValueKind.Number => valeur.GetValue<decimal>() + 7,
            System.Text.Json.JsonValueKind.True => false,
            System.Text.Json.JsonValueKind.False => true,
            _ => Autre(valeur.GetValue<string>()),
        };
        if (parent is JsonArray elements)
        {
            elements[int.Parse(etapes[^1], System.Globalization.CultureInfo.InvariantCulture)] = autre;
        }
        else
        {
            parent[etapes[^1]] = autre;
        }
    }

    private static string Autre(string texte) => texte switch
    {
        "force" => "menace",
        "paragraphe" or "liste" => texte,
        "faiblesse" or "opportunite" or "menace" or "besoin" or "enjeu" => "force",
        "Ctg/Caf" => "CTG/CAF",
        _ when DateOnly.TryParseExact(texte, "yyyy-MM-dd", out var jour) => jour.AddDays(3).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        _ => texte + " autrement",
    };

    /// <summary>As the portal writes it today: every part with its id.</summary>
    private static DossierConvention Identifier(DossierConvention d) => d with
    {
        Parties = [.. d.Parties.Select((p, i) => p with { Id = $"p{i}" })],
        Axes = [.. d.Axes.Select((a, i) => a with { Id = $"a{i}", Fiches = [.. a.Fiches.Select((f, j) => f with { Id = $"a{i}f{j}", Indicateurs = [.. f.Indicateurs.Select((x, k) => x with { Id = $"i{k}" })] })] })],
        Diagnostic = d.Diagnostic! with { Themes = [.. d.Diagnostic.Themes.Select((t, i) => t with { Constats = [.. t.Constats.Select((x, j) => x with { Id = $"c{(10 * i) + j}" })] })] },
        Ateliers = [.. d.Ateliers.Select((a, i) => a with { Id = $"t{i}", Contributions = [.. a.Contributions.Select((x, j) => x with { Id = $"t{i}c{j}" })] })],
    };
}
