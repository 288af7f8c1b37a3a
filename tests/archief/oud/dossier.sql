BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'gesprek','begin','2026-11-28 17:25:38.564049+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'gesprek','herhaling','2026-11-28 17:25:38.564318+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'gesprek','namen','2026-11-28 17:25:38.564695+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'gesprek','oefentaal','2026-11-28 17:25:38.564937+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'gesprek','dossier','2026-11-28 17:25:38.565435+00:00');
CREATE TABLE afspraak (
            gesprek TEXT NOT NULL REFERENCES gesprek (id) ON DELETE CASCADE,
            nr INTEGER NOT NULL,
            tekst TEXT NOT NULL,
            datum TEXT,
            status TEXT NOT NULL DEFAULT 'open',
            gevraagd_in TEXT,
            PRIMARY KEY (gesprek, nr)
        ) STRICT
        ;
INSERT INTO "afspraak" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',0,'Ik bel bakkerij Kwibus op 1 december 2026','2026-12-01','open',NULL);
CREATE TABLE beurt (
            gesprek TEXT NOT NULL REFERENCES gesprek (id) ON DELETE CASCADE,
            nr INTEGER NOT NULL,
            tijd TEXT NOT NULL,
            spreker TEXT NOT NULL,
            soort TEXT NOT NULL,
            fase TEXT NOT NULL,
            stap TEXT NOT NULL,
            vraag TEXT NOT NULL,
            tekst TEXT NOT NULL,
            gevouwen TEXT NOT NULL,
            PRIMARY KEY (gesprek, nr)
        ) STRICT, WITHOUT ROWID
        ;
INSERT INTO "beurt" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',0,'2026-11-28T17:25:38.986245+00:00','programma','reactie','terugkijken','terugkijken.ervaring','reactie.begin','Hallo, ik ben een programma en geen mens. Jij bepaalt wat je vertelt. Stoppen kan altijd. Het duurt ongeveer {minuten} minuten en wordt hier bewaard: {bewaarplek}','');
INSERT INTO "beurt" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',1,'2026-11-28T17:25:38.986245+00:00','programma','vraag','terugkijken','terugkijken.ervaring','bijlage2.3','Wat heeft indruk op je gemaakt? Vertel.','');
INSERT INTO "beurt" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',2,'2026-11-28T17:25:38.995007+00:00','leerling','antwoord','terugkijken','terugkijken.ervaring','bijlage2.3','Op stage in de keuken was ik trots, want de chef zei dat het deeg goed was.','op stage in de keuken was ik trots, want de chef zei dat het deeg goed was.');
INSERT INTO "beurt" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',3,'2026-11-28T17:25:38.995007+00:00','programma','reactie','terugkijken','terugkijken.precies','reactie.emotie','Ik lees ‘{emotie}’, en dat telt mee.','');
INSERT INTO "beurt" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',4,'2026-11-28T17:25:38.995007+00:00','programma','vraag','terugkijken','terugkijken.precies','bijlage2.7c','Zet het op volgorde. Wat kwam eerst, en wat daarna?','');
INSERT INTO "beurt" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',5,'2026-11-28T17:25:39.498834+00:00','leerling','vervangen','terugkijken','terugkijken.precies','bijlage2.7c','','');
INSERT INTO "beurt" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',6,'2026-11-28T17:25:39.498834+00:00','programma','reactie','terugkijken','terugkijken.precies','reactie.erkenning','‘{laatste}’, schreef je.','');
INSERT INTO "beurt" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',7,'2026-11-28T17:25:39.498834+00:00','programma','vraag','terugkijken','terugkijken.precies','bijlage2.7b','Wat kon je om je heen zien gebeuren?','');
INSERT INTO "beurt" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',8,'2026-11-28T17:25:39.503119+00:00','leerling','terug','terugkijken','terugkijken.precies','bijlage2.7b','','');
INSERT INTO "beurt" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',9,'2026-11-28T17:25:39.503119+00:00','programma','reactie','terugkijken','terugkijken.precies','reactie.terug','Je kunt deze vraag nu opnieuw beantwoorden.','');
INSERT INTO "beurt" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',10,'2026-11-28T17:25:39.503119+00:00','programma','vraag','terugkijken','terugkijken.precies','bijlage2.7c','Zet het op volgorde. Wat kwam eerst, en wat daarna?','');
INSERT INTO "beurt" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',11,'2026-11-28T17:25:39.507042+00:00','leerling','antwoord','terugkijken','terugkijken.precies','bijlage2.7c','ik mocht zelf het deeg maken','ik mocht zelf het deeg maken');
INSERT INTO "beurt" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',12,'2026-11-28T17:25:39.507042+00:00','programma','vraag','terugkijken','terugkijken.precies','bijlage2.7b','Speel het terug als een filmpje. Wat komt er voorbij?','');
INSERT INTO "beurt" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',13,'2026-11-28T17:25:39.539213+00:00','leerling','antwoord','terugkijken','terugkijken.precies','bijlage2.7b','ik mocht zelf het deeg maken','ik mocht zelf het deeg maken');
INSERT INTO "beurt" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',14,'2026-11-28T17:25:39.539213+00:00','programma','reactie','reflecteren','reflecteren.kwaliteiten','reactie.naar_reflecteren','Het volgende deel gaat over jou.','');
INSERT INTO "beurt" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',15,'2026-11-28T17:25:39.539213+00:00','programma','vraag','reflecteren','reflecteren.kwaliteiten','bijlage2.10','Wat ging jou hier goed af?','');
INSERT INTO "beurt" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',16,'2026-11-28T17:25:39.547102+00:00','leerling','sla_over','reflecteren','reflecteren.kwaliteiten','bijlage2.10','','');
INSERT INTO "beurt" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',17,'2026-11-28T17:25:39.547102+00:00','programma','reactie','reflecteren','reflecteren.motieven','reactie.overgeslagen','Overslaan mag; hier is de volgende.','');
INSERT INTO "beurt" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',18,'2026-11-28T17:25:39.547102+00:00','programma','vraag','reflecteren','reflecteren.motieven','bijlage2.18','Stel, het mocht precies op jouw manier gaan. Hoe ging het dan?','');
INSERT INTO "beurt" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',19,'2026-11-28T17:25:39.551040+00:00','leerling','antwoord','reflecteren','reflecteren.motieven','bijlage2.18','ik wil iets maken met mijn handen','ik wil iets maken met mijn handen');
INSERT INTO "beurt" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',20,'2026-11-28T17:25:39.551040+00:00','programma','vraag','reflecteren','reflecteren.verbreden','vervolg.verbreden','In je verhaal was dit het moment: ‘{aanleiding}’. Speelt zoiets nu ook ergens anders in je leven? Vertel over één keer.','');
INSERT INTO "beurt" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',21,'2026-11-28T17:25:39.555030+00:00','leerling','antwoord','reflecteren','reflecteren.verbreden','vervolg.verbreden','dat weet ik nog goed, het was in de keuken','dat weet ik nog goed, het was in de keuken');
INSERT INTO "beurt" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',22,'2026-11-28T17:25:39.555030+00:00','programma','reactie','reflecteren','reflecteren.rode_draad','reactie.naast_elkaar','Hier staan jouw eigen woorden bij elkaar:
‘{verhaal_1}’
‘{verhaal_2}’','');
INSERT INTO "beurt" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',23,'2026-11-28T17:25:39.555030+00:00','programma','vraag','reflecteren','reflecteren.rode_draad','vervolg.rode_draad','Leg deze momenten naast elkaar. Wat hebben ze met elkaar te maken?','');
INSERT INTO "beurt" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',24,'2026-11-28T17:25:40.399131+00:00','leerling','antwoord','reflecteren','reflecteren.rode_draad','vervolg.rode_draad','dat weet ik nog goed, het was in de keuken','dat weet ik nog goed, het was in de keuken');
INSERT INTO "beurt" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',25,'2026-11-28T17:25:40.399131+00:00','programma','keuze','reflecteren','reflecteren.kernwoord','bijlage2.21','Hoe noem jij dit, in één of twee woorden?','');
INSERT INTO "beurt" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',26,'2026-11-28T17:25:40.403047+00:00','leerling','antwoord','reflecteren','reflecteren.kernwoord','bijlage2.21','maken','maken');
INSERT INTO "beurt" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',27,'2026-11-28T17:25:40.403047+00:00','programma','keuze','reflecteren','reflecteren.kernwoord','vervolg.kernwoord_past','Je zei ‘{kernwoord}’. Blijft dit je woord, of kies je een ander?','');
INSERT INTO "beurt" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',28,'2026-11-28T17:25:40.406974+00:00','leerling','antwoord','reflecteren','reflecteren.kernwoord','vervolg.kernwoord_past','maken','maken');
INSERT INTO "beurt" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',29,'2026-11-28T17:25:40.406974+00:00','programma','reactie','vooruitkijken','vooruitkijken.stap','reactie.naar_vooruitkijken','Nu kijken we vooruit, met jouw woorden erbij.','');
INSERT INTO "beurt" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',30,'2026-11-28T17:25:40.406974+00:00','programma','vraag','vooruitkijken','vooruitkijken.stap','bijlage2.26','Van denken naar doen: wat wordt jouw stap?','');
INSERT INTO "beurt" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',31,'2026-11-28T17:25:40.411045+00:00','leerling','antwoord','vooruitkijken','vooruitkijken.stap','bijlage2.26','nog een dag meelopen bij de bakker','nog een dag meelopen bij de bakker');
INSERT INTO "beurt" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',32,'2026-11-28T17:25:40.411045+00:00','programma','schaal','vooruitkijken','vooruitkijken.warm','vervolg.warmte','Dit wil je doen: ‘{stap}’. 1 is helemaal niet, 10 is niet kunnen wachten. Hoe warm loop je?','');
INSERT INTO "beurt" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',33,'2026-11-28T17:25:40.414970+00:00','leerling','antwoord','vooruitkijken','vooruitkijken.warm','vervolg.warmte','8','8');
INSERT INTO "beurt" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',34,'2026-11-28T17:25:40.414970+00:00','programma','reactie','activeren','activeren.netwerk','reactie.naar_activeren','Nu maken we het plan klein en duidelijk.','');
INSERT INTO "beurt" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',35,'2026-11-28T17:25:40.414970+00:00','programma','vraag','activeren','activeren.netwerk','bijlage2.28','Wie ken je die hier iets van weet?','');
INSERT INTO "beurt" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',36,'2026-11-28T17:25:40.418974+00:00','leerling','antwoord','activeren','activeren.netwerk','bijlage2.28','dat weet ik nog goed, het was in de keuken','dat weet ik nog goed, het was in de keuken');
INSERT INTO "beurt" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',37,'2026-11-28T17:25:40.418974+00:00','programma','reactie','activeren','activeren.hobbels','reactie.erkenning','Genoteerd, in jouw woorden.','');
INSERT INTO "beurt" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',38,'2026-11-28T17:25:40.418974+00:00','programma','vraag','activeren','activeren.hobbels','vervolg.hobbel_als_dan','Begin met: als het niet lukt, dan … Hoe gaat jouw zin verder?','');
INSERT INTO "beurt" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',39,'2026-11-28T17:25:40.423025+00:00','leerling','antwoord','activeren','activeren.hobbels','vervolg.hobbel_als_dan','dat weet ik nog goed, het was in de keuken','dat weet ik nog goed, het was in de keuken');
INSERT INTO "beurt" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',40,'2026-11-28T17:25:40.423025+00:00','programma','vraag','activeren','activeren.afspraak','bijlage2.36','Nog even je stap: ‘{stap}’. Wat ga je nu doen, en wat moet het jou opleveren?','');
INSERT INTO "beurt" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',41,'2026-11-28T17:25:40.431062+00:00','leerling','antwoord','activeren','activeren.afspraak','bijlage2.36','Ik bel bakkerij Kwibus op 1 december 2026','ik bel bakkerij kwibus op 1 december 2026');
INSERT INTO "beurt" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',42,'2026-11-28T17:25:40.431062+00:00','programma','klaar','klaar','klaar','reactie.klaar','Dit was het; dank je dat je dit vertelde.','');
INSERT INTO "beurt" VALUES('01M8HK1Y57NJK3EB74CE1FB25M',0,'2026-11-28T17:25:41.673222+00:00','programma','reactie','terugkijken','terugkijken.afspraken','reactie.begin','Welkom. Ik ben een programma en geen mens; jij bepaalt wat je vertelt. Na ongeveer {minuten} minuten is het klaar, en stoppen kan altijd. Het wordt hier bewaard: {bewaarplek}','');
INSERT INTO "beurt" VALUES('01M8HK1Y57NJK3EB74CE1FB25M',1,'2026-11-28T17:25:41.673222+00:00','programma','keuze','terugkijken','terugkijken.afspraken','vervolg.afspraak_terug','Eerst even terug naar vorige keer: ‘{oude_afspraak}’. Wat is er gebeurd?','');
INSERT INTO "beurt" VALUES('01M8HK1Y57NJK3EB74CE1FB25M',2,'2026-11-28T17:25:41.673884+00:00','leerling','antwoord','terugkijken','terugkijken.afspraken','vervolg.afspraak_terug','Op de open dag voelde ik me onrustig in de hal','op de open dag voelde ik me onrustig in de hal');
INSERT INTO "beurt" VALUES('01M8HK1Y57NJK3EB74CE1FB25M',3,'2026-11-28T17:25:41.673884+00:00','programma','vraag','terugkijken','terugkijken.ervaring','bijlage2.1','Denk terug aan de afgelopen dagen. Wat wil je daarvan vertellen?','');
INSERT INTO "beurt" VALUES('01M8HK1Z92G2Z2RZK80ZKZPRDK',0,'2026-11-28T17:25:42.818912+00:00','programma','reactie','terugkijken','terugkijken.afspraken','reactie.begin','Welkom, jullie allebei. Dit is een programma, geen mens. De leerling bepaalt wat er komt te staan. Stoppen kan altijd, en na ongeveer {minuten} minuten is het klaar. Bewaarplek: {bewaarplek}','');
INSERT INTO "beurt" VALUES('01M8HK1Z92G2Z2RZK80ZKZPRDK',1,'2026-11-28T17:25:42.820220+00:00','mentor','vraag','terugkijken','terugkijken.ervaring','bijlage2.3','Wat heeft indruk op je gemaakt? Vertel.','');
INSERT INTO "beurt" VALUES('01M8HK1Z92G2Z2RZK80ZKZPRDK',2,'2026-11-28T17:25:42.820220+00:00','leerling','antwoord','terugkijken','terugkijken.ervaring','bijlage2.3','Bij het toneel was ik blij dat iedereen lachte','bij het toneel was ik blij dat iedereen lachte');
CREATE TABLE bron (
            fingerprint TEXT PRIMARY KEY,
            inhoud TEXT NOT NULL
        ) STRICT
        ;
INSERT INTO "bron" VALUES('7fb18e2a6c9f56b621b00aad7fbea8ab973c88c9f97cce3ac16c1bfec6d1599f','@bron-7fb18e2a6c9f');
CREATE TABLE concept (
            gesprek TEXT PRIMARY KEY REFERENCES gesprek (id) ON DELETE CASCADE,
            vraag TEXT NOT NULL,
            tekst TEXT NOT NULL
        ) STRICT
        ;
INSERT INTO "concept" VALUES('01M8HK1Y57NJK3EB74CE1FB25M','bijlage2.1','ik was net aan het');
CREATE TABLE dossier (
            gesprek TEXT PRIMARY KEY REFERENCES gesprek (id) ON DELETE CASCADE,
            delen TEXT NOT NULL,
            doel TEXT NOT NULL,
            categorie TEXT NOT NULL
        ) STRICT
        ;
INSERT INTO "dossier" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4','ervaring','zien of bakken past','loopbaan');
CREATE TABLE gesprek (
            id TEXT PRIMARY KEY,
            eigenaar TEXT NOT NULL,
            modus TEXT NOT NULL,
            flow TEXT NOT NULL,
            bron TEXT NOT NULL REFERENCES bron (fingerprint),
            taal TEXT NOT NULL,
            begonnen TEXT NOT NULL,
            bijgewerkt TEXT NOT NULL,
            klaar TEXT,
            titel TEXT NOT NULL
        , leerling TEXT NOT NULL DEFAULT '', mentor TEXT NOT NULL DEFAULT '', naam TEXT NOT NULL DEFAULT '') STRICT
        ;
INSERT INTO "gesprek" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4','ik','zelf','kort','7fb18e2a6c9f56b621b00aad7fbea8ab973c88c9f97cce3ac16c1bfec6d1599f','nl','2026-11-28T17:25:38.818595+00:00','2026-11-28T17:25:40.472038+00:00','2026-11-28T17:25:40.472038+00:00','Op stage in de keuken was ik trots, want de chef zei …','','','De bakker');
INSERT INTO "gesprek" VALUES('01M8HK1Y57NJK3EB74CE1FB25M','ik','zelf','kort','7fb18e2a6c9f56b621b00aad7fbea8ab973c88c9f97cce3ac16c1bfec6d1599f','nl','2026-11-28T17:25:41.671839+00:00','2026-11-28T17:25:42.423162+00:00',NULL,'','','','');
INSERT INTO "gesprek" VALUES('01M8HK1Z92G2Z2RZK80ZKZPRDK','ik','samen','kort','7fb18e2a6c9f56b621b00aad7fbea8ab973c88c9f97cce3ac16c1bfec6d1599f','nl','2026-11-28T17:25:42.818021+00:00','2026-11-28T17:25:42.825068+00:00',NULL,'Bij het toneel was ik blij dat iedereen lachte','Noor','Brombeer','');
CREATE TABLE gevuld (
            gesprek TEXT NOT NULL REFERENCES gesprek (id) ON DELETE CASCADE,
            nr INTEGER NOT NULL,
            slot TEXT NOT NULL,
            beurt INTEGER NOT NULL,
            van INTEGER NOT NULL,
            tot INTEGER NOT NULL,
            PRIMARY KEY (gesprek, nr)
        ) STRICT, WITHOUT ROWID
        ;
INSERT INTO "gevuld" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',0,'ervaring',2,0,75);
INSERT INTO "gevuld" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',1,'emotie',2,29,34);
INSERT INTO "gevuld" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',2,'motief',19,0,33);
INSERT INTO "gevuld" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',3,'rode_draad',24,0,42);
INSERT INTO "gevuld" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',4,'kernwoord',26,0,5);
INSERT INTO "gevuld" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',5,'kernwoord',28,0,5);
INSERT INTO "gevuld" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4',6,'stap',31,0,34);
INSERT INTO "gevuld" VALUES('01M8HK1Z92G2Z2RZK80ZKZPRDK',0,'ervaring',2,0,46);
INSERT INTO "gevuld" VALUES('01M8HK1Z92G2Z2RZK80ZKZPRDK',1,'emotie',2,22,26);
CREATE TABLE herhaling (
            eigenaar TEXT NOT NULL,
            kaart TEXT NOT NULL,
            stand TEXT NOT NULL,
            volgende TEXT NOT NULL,
            PRIMARY KEY (eigenaar, kaart)
        ) STRICT, WITHOUT ROWID
        ;
INSERT INTO "herhaling" VALUES('ik','d001','{"keer": 1}','2026-11-25T00:00:00+00:00');
CREATE TABLE instelling (
            eigenaar TEXT NOT NULL,
            naam TEXT NOT NULL,
            waarde TEXT NOT NULL,
            PRIMARY KEY (eigenaar, naam)
        ) STRICT, WITHOUT ROWID
        ;
INSERT INTO "instelling" VALUES('ik','bewaartermijn','24');
CREATE TABLE kernwoord (
            gesprek TEXT PRIMARY KEY REFERENCES gesprek (id) ON DELETE CASCADE,
            woord TEXT NOT NULL,
            datum TEXT NOT NULL
        ) STRICT
        ;
INSERT INTO "kernwoord" VALUES('01M8HK1VC22K7CR4KWHEY7G6R4','maken','2026-11-28');
CREATE TABLE kopie (
            eigenaar TEXT NOT NULL,
            pad TEXT NOT NULL,
            tijd TEXT NOT NULL,
            PRIMARY KEY (eigenaar, pad)
        ) STRICT, WITHOUT ROWID
        ;
CREATE TABLE oefening (
            id TEXT PRIMARY KEY,
            eigenaar TEXT NOT NULL,
            leerling TEXT NOT NULL,
            begonnen TEXT NOT NULL,
            uitslag TEXT NOT NULL
        , taal TEXT NOT NULL DEFAULT 'nl') STRICT
        ;
INSERT INTO "oefening" VALUES('01M8HOEFENING0000000000000','ik','sem','2026-11-25T00:00:00+00:00','{"beurten": 3}','en');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX gesprek_eigenaar ON gesprek (eigenaar, id);
COMMIT;
