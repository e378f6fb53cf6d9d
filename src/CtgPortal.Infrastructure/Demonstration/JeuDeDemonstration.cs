using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Textes;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Textes;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CtgPortal.Infrastructure.Demonstration;

/// <summary>
/// Lives the lives of the ten territories, and of an invented one that is being signed, through the domain’s own methods, on the days that are known, in one transaction:
/// there are the whole demonstration data or none.
/// </summary>
internal sealed partial class JeuDeDemonstration(
    CtgDbContext db, ICtgReadContext read, Ouvertures ouvertures, DiagnosticDeDemonstration diagnostics, AteliersDeDemonstration ateliers,
    TroisRivieres troisRivieres, CircuitDeDemonstration circuit, BibliothequeDeDemonstration bibliotheque, ComptesDeDemonstration comptes, ActesDeDemonstration actes, UtilisateurAmbiant utilisateur, TimeProvider clock, ILogger<JeuDeDemonstration> logger)
{
    public const string Auteur = "Données de démonstration";

    /// <summary>Of the Caf of the Ardèche, as Beaume-Drobie.</summary>
    private const string LesVans = "les-vans";

    /// <summary>The territory that its source does not name.</summary>
    private const string SansNom = "territoire-2021-2025";

    // any fixed number: two instances that start together create the data once
    private const long Verrou = 0x0C76_4445_4D4F;

    private static readonly TimeSpan AttenteMax = TimeSpan.FromMinutes(10);

    /// <returns>False when the portal already has a convention or an account: nothing is touched.</returns>
    public async Task<bool> CreerAsync(CancellationToken cancellationToken)
    {
        if (!await EstVideAsync(cancellationToken))
        {
            return false;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // another instance may be creating them: that takes as long as it takes
        var delai = db.Database.GetCommandTimeout();
        db.Database.SetCommandTimeout(AttenteMax);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Verrou})", cancellationToken);
        db.Database.SetCommandTimeout(delai);
        if (!await EstVideAsync(cancellationToken))
        {
            return false;
        }

        // the document is assembled from what this author may read: everything
        utilisateur.AgirComme(new(null, Auteur, null, [Habilitation.Nationale(Role.Administrateur)]));
        var faits = FaitsTerritoires.Lire();
        var dossiers = new Dictionary<string, DossierDemo>();
        foreach (var convention in faits.Conventions)
        {
            dossiers.Add(convention.Cle, await CommencerAsync(convention, cancellationToken));
        }

        foreach (var atelier in faits.Ateliers)
        {
            ateliers.Tenir(atelier, dossiers);
        }

        foreach (var dossier in dossiers.Values)
        {
            await PoursuivreAsync(dossier, cancellationToken);
        }

        var crees = await comptes.CreerAsync(
            dossiers[TroisRivieres.Cle].Convention, dossiers[LesVans].Convention, dossiers[CircuitDeDemonstration.Cle].Convention, cancellationToken);
        await troisRivieres.SignerEtSuivreAsync(dossiers[TroisRivieres.Cle], crees, cancellationToken);
        await circuit.OuvrirAsync(dossiers[CircuitDeDemonstration.Cle], crees, cancellationToken);
        actes.CommencerADeliberer(dossiers[SansNom]);
        await RepriseDeDemonstration.ReprendreAsync(db, dossiers[RepriseDeDemonstration.Cle], cancellationToken);
        await bibliotheque.RemplirAsync(dossiers[TroisRivieres.Cle], dossiers[SansNom], crees[ComptesDeDemonstration.Conseil], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        Creees(logger, dossiers.Count, crees.Count);
        return true;
    }

    private async Task<bool> EstVideAsync(CancellationToken cancellationToken) => await db.Database
        .SqlQuery<bool>($"""SELECT NOT EXISTS (SELECT FROM conventions) AND NOT EXISTS (SELECT FROM utilisateurs) AS "Value" """)
        .SingleAsync(cancellationToken);

    private async Task<DossierDemo> CommencerAsync(FaitsConvention faits, CancellationToken cancellationToken)
    {
        // acts without a known date are of now; the story is short enough to end before it
        var maintenant = clock.GetUtcNow();
        var aujourdhui = maintenant.JourEnFrance();
        var heure = (faits.CommenceLe ?? (faits.CommenceIlYA is { } jours ? aujourdhui.AddDays(-jours) : null)) is { } jour
            ? new HeureDuRecit(jour)
            : new HeureDuRecit(maintenant.AddMinutes(-10));
        var ouverture = await ouvertures.PreparerAsync(faits, cancellationToken);
        var convention = faits.EstReprise
            ? Convention.Reprendre(ouverture, faits.SigneeLe, heure.GetUtcNow())
            : Convention.Ouvrir(ouverture, heure.GetUtcNow());
        var dossier = new DossierDemo(
            faits, convention, Diagnostic.Commencer(convention.Id, heure.GetUtcNow()), Plan.Commencer(convention.Id, heure.GetUtcNow()), heure)
        {
            Aujourdhui = aujourdhui,
        };
        db.AddRange(convention, dossier.Diagnostic, dossier.Plan);
        await EcrireLeTexteAsync(dossier, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        if (!faits.EstReprise)
        {
            await diagnostics.FaireAsync(dossier, cancellationToken);
        }

        if (faits.Etape is StatutConvention.EnAteliers or StatutConvention.EnRedaction or StatutConvention.EnSignature)
        {
            await AvancerAsync(dossier, StatutConvention.EnAteliers, cancellationToken);
        }

        return dossier;
    }

    private async Task PoursuivreAsync(DossierDemo dossier, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        await diagnostics.CompleterAsync(dossier, cancellationToken);
        diagnostics.RelierLesParoles(dossier, ateliers.Paroles);
        dossier.AllerAu(dossier.Faits.RedigeeLe);
        if (dossier.Faits.Etape is StatutConvention.EnRedaction or StatutConvention.EnSignature)
        {
            await AvancerAsync(dossier, StatutConvention.EnRedaction, cancellationToken);
        }

        dossier.EcrireLePlan();
        db.AddRange(dossier.Fiches.SelectMany(f => new object[] { f.Fiche, f.Suivi }));
        db.Equipements.AddRange(ExemplesDEquipements.Inscrire(dossier));
        diagnostics.RelierLesActions(dossier, ateliers.Paroles);
        if (dossier.Faits.Etape == StatutConvention.Terminee)
        {
            dossier.Convention.Clore(StatutConvention.Terminee, null, dossier.Maintenant);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task AvancerAsync(DossierDemo dossier, StatutConvention etape, CancellationToken cancellationToken)
    {
        var etat = await read.LireEtatAsync(dossier.Convention.Id, cancellationToken);
        dossier.Convention.Avancer(etape, etat, dossier.Maintenant);
        if (etape == StatutConvention.EnRedaction)
        {
            await db.CommencerTexteAsync(dossier.Convention, etape, dossier.Maintenant, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The préambule that the source tells, in the model for a convention being prepared, alone for one signed elsewhere.</summary>
    private async Task EcrireLeTexteAsync(DossierDemo dossier, CancellationToken cancellationToken)
    {
        var preambule = string.Join('\n', dossier.Faits.Preambule);
        if (preambule.Length == 0)
        {
            return;
        }

        var now = dossier.Maintenant;
        var etape = dossier.Convention.Statut;
        var (texte, passages) = dossier.Faits.EstReprise
            ? TexteConvention.Reprendre(dossier.Convention.Id, preambule, now)
            : TexteConvention.Commencer(
                dossier.Convention.Id, await db.ModelesTexte.LireModeleApplicableAsync(dossier.Convention.CafCode, cancellationToken), etape, now);
        if (!dossier.Faits.EstReprise)
        {
            var passage = passages.Single(p => p.Nature == NaturePassage.Preambule);
            passage.Rediger(passage.Titre, preambule, passage.Contractuel, etape, now);
        }

        db.TextesConvention.Add(texte);
        db.PassagesTexte.AddRange(passages);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Demonstration data created: {Conventions} conventions, {Comptes} accounts")]
    private static partial void Creees(ILogger logger, int conventions, int comptes);
}
