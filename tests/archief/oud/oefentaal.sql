BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'gesprek','begin','2026-11-28 16:56:57.558294+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'gesprek','herhaling','2026-11-28 16:56:57.558574+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'gesprek','namen','2026-11-28 16:56:57.559201+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'gesprek','oefentaal','2026-11-28 16:56:57.559599+00:00');
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
INSERT INTO "afspraak" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',0,'Ik bel bakkerij Kwibus op 1 december 2026','2026-12-01','open',NULL);
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
INSERT INTO "beurt" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',0,'2026-11-28T16:56:57.763622+00:00','programma','reactie','terugkijken','terugkijken.ervaring','reactie.begin','Welkom. Ik ben een programma en geen mens; jij bepaalt wat je vertelt. Na ongeveer {minuten} minuten is het klaar, en stoppen kan altijd. Het wordt hier bewaard: {bewaarplek}','');
INSERT INTO "beurt" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',1,'2026-11-28T16:56:57.763622+00:00','programma','vraag','terugkijken','terugkijken.ervaring','bijlage2.1','Welk moment van de laatste tijd is blijven hangen? Vertel.','');
INSERT INTO "beurt" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',2,'2026-11-28T16:56:57.781347+00:00','leerling','antwoord','terugkijken','terugkijken.ervaring','bijlage2.1','Op stage in de keuken was ik trots, want de chef zei dat het deeg goed was.','op stage in de keuken was ik trots, want de chef zei dat het deeg goed was.');
INSERT INTO "beurt" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',3,'2026-11-28T16:56:57.781347+00:00','programma','reactie','terugkijken','terugkijken.precies','reactie.emotie','Ik lees ‘{emotie}’. Dank je.','');
INSERT INTO "beurt" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',4,'2026-11-28T16:56:57.781347+00:00','programma','vraag','terugkijken','terugkijken.precies','bijlage2.7c','Zet het op volgorde. Wat kwam eerst, en wat daarna?','');
INSERT INTO "beurt" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',5,'2026-11-28T16:56:58.088453+00:00','leerling','vervangen','terugkijken','terugkijken.precies','bijlage2.7c','','');
INSERT INTO "beurt" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',6,'2026-11-28T16:56:58.088453+00:00','programma','reactie','terugkijken','terugkijken.precies','reactie.erkenning','Ik lees ‘{laatste}’.','');
INSERT INTO "beurt" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',7,'2026-11-28T16:56:58.088453+00:00','programma','vraag','terugkijken','terugkijken.precies','bijlage2.7b','Wat zag je?','');
INSERT INTO "beurt" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',8,'2026-11-28T16:56:58.090133+00:00','leerling','terug','terugkijken','terugkijken.precies','bijlage2.7b','','');
INSERT INTO "beurt" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',9,'2026-11-28T16:56:58.090133+00:00','programma','reactie','terugkijken','terugkijken.precies','reactie.terug','Hier is de vorige vraag weer.','');
INSERT INTO "beurt" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',10,'2026-11-28T16:56:58.090133+00:00','programma','vraag','terugkijken','terugkijken.precies','bijlage2.7c','Zet het op volgorde. Wat kwam eerst, en wat daarna?','');
INSERT INTO "beurt" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',11,'2026-11-28T16:56:58.090908+00:00','leerling','antwoord','terugkijken','terugkijken.precies','bijlage2.7c','ik mocht zelf het deeg maken','ik mocht zelf het deeg maken');
INSERT INTO "beurt" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',12,'2026-11-28T16:56:58.090908+00:00','programma','vraag','terugkijken','terugkijken.precies','bijlage2.7b','Wat kon je om je heen zien gebeuren?','');
INSERT INTO "beurt" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',13,'2026-11-28T16:56:58.093205+00:00','leerling','antwoord','terugkijken','terugkijken.precies','bijlage2.7b','ik mocht zelf het deeg maken','ik mocht zelf het deeg maken');
INSERT INTO "beurt" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',14,'2026-11-28T16:56:58.093205+00:00','programma','reactie','reflecteren','reflecteren.kwaliteiten','reactie.naar_reflecteren','Van wat er gebeurde gaan we naar wat jij ervan vindt.','');
INSERT INTO "beurt" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',15,'2026-11-28T16:56:58.093205+00:00','programma','vraag','reflecteren','reflecteren.kwaliteiten','bijlage2.10','Kijk naar wat jij deed. Welk deel lukte goed?','');
INSERT INTO "beurt" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',16,'2026-11-28T16:56:58.094670+00:00','leerling','sla_over','reflecteren','reflecteren.kwaliteiten','bijlage2.10','','');
INSERT INTO "beurt" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',17,'2026-11-28T16:56:58.094670+00:00','programma','reactie','reflecteren','reflecteren.motieven','reactie.overgeslagen','Overslaan mag; hier is de volgende.','');
INSERT INTO "beurt" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',18,'2026-11-28T16:56:58.094670+00:00','programma','vraag','reflecteren','reflecteren.motieven','bijlage2.17','Welk deel ervan deed het meest met je?','');
INSERT INTO "beurt" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',19,'2026-11-28T16:56:58.095650+00:00','leerling','antwoord','reflecteren','reflecteren.motieven','bijlage2.17','ik wil iets maken met mijn handen','ik wil iets maken met mijn handen');
INSERT INTO "beurt" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',20,'2026-11-28T16:56:58.095650+00:00','programma','vraag','reflecteren','reflecteren.verbreden','vervolg.verbreden','Nog even je verhaal: ‘{aanleiding}’. Speelt zoiets nu ook ergens anders in je leven? Vertel over één keer.','');
INSERT INTO "beurt" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',21,'2026-11-28T16:56:58.097571+00:00','leerling','antwoord','reflecteren','reflecteren.verbreden','vervolg.verbreden','dat weet ik nog goed, het was in de keuken','dat weet ik nog goed, het was in de keuken');
INSERT INTO "beurt" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',22,'2026-11-28T16:56:58.097571+00:00','programma','reactie','reflecteren','reflecteren.rode_draad','reactie.naast_elkaar','Hier staan jouw eigen woorden bij elkaar:
‘{verhaal_1}’
‘{verhaal_2}’','');
INSERT INTO "beurt" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',23,'2026-11-28T16:56:58.097571+00:00','programma','vraag','reflecteren','reflecteren.rode_draad','vervolg.rode_draad','Leg deze momenten naast elkaar. Wat hebben ze met elkaar te maken?','');
INSERT INTO "beurt" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',24,'2026-11-28T16:56:58.473280+00:00','leerling','antwoord','reflecteren','reflecteren.rode_draad','vervolg.rode_draad','dat weet ik nog goed, het was in de keuken','dat weet ik nog goed, het was in de keuken');
INSERT INTO "beurt" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',25,'2026-11-28T16:56:58.473280+00:00','programma','reactie','reflecteren','reflecteren.kernwoord','reactie.erkenning','Dank je dat je dit vertelt.','');
INSERT INTO "beurt" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',26,'2026-11-28T16:56:58.473280+00:00','programma','keuze','reflecteren','reflecteren.kernwoord','bijlage2.21','Hoe noem jij dit, in één of twee woorden?','');
INSERT INTO "beurt" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',27,'2026-11-28T16:56:58.475835+00:00','leerling','antwoord','reflecteren','reflecteren.kernwoord','bijlage2.21','maken','maken');
INSERT INTO "beurt" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',28,'2026-11-28T16:56:58.475835+00:00','programma','keuze','reflecteren','reflecteren.kernwoord','vervolg.kernwoord_past','Zeg het eens hardop: ‘{kernwoord}’. Is dat hem, of zoek je nog?','');
INSERT INTO "beurt" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',29,'2026-11-28T16:56:58.477325+00:00','leerling','antwoord','reflecteren','reflecteren.kernwoord','vervolg.kernwoord_past','maken','maken');
INSERT INTO "beurt" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',30,'2026-11-28T16:56:58.477325+00:00','programma','reactie','vooruitkijken','vooruitkijken.stap','reactie.naar_vooruitkijken','Nu kijken we vooruit, met jouw woorden erbij.','');
INSERT INTO "beurt" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',31,'2026-11-28T16:56:58.477325+00:00','programma','vraag','vooruitkijken','vooruitkijken.stap','bijlage2.26','Welke volgende stap ga je zetten (binnen of buiten de school)?','');
INSERT INTO "beurt" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',32,'2026-11-28T16:56:58.478313+00:00','leerling','antwoord','vooruitkijken','vooruitkijken.stap','bijlage2.26','nog een dag meelopen bij de bakker','nog een dag meelopen bij de bakker');
INSERT INTO "beurt" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',33,'2026-11-28T16:56:58.478313+00:00','programma','schaal','vooruitkijken','vooruitkijken.warm','vervolg.warmte','Je stap is: ‘{stap}’. Hoe warm loop je hiervoor, van 1 tot 10?','');
INSERT INTO "beurt" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',34,'2026-11-28T16:56:58.479928+00:00','leerling','antwoord','vooruitkijken','vooruitkijken.warm','vervolg.warmte','8','8');
INSERT INTO "beurt" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',35,'2026-11-28T16:56:58.479928+00:00','programma','reactie','activeren','activeren.netwerk','reactie.naar_activeren','Van plan naar doen: daar gaat het nu over.','');
INSERT INTO "beurt" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',36,'2026-11-28T16:56:58.479928+00:00','programma','vraag','activeren','activeren.netwerk','bijlage2.28','Wie ken je die hier iets van weet?','');
INSERT INTO "beurt" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',37,'2026-11-28T16:56:58.480882+00:00','leerling','antwoord','activeren','activeren.netwerk','bijlage2.28','dat weet ik nog goed, het was in de keuken','dat weet ik nog goed, het was in de keuken');
INSERT INTO "beurt" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',38,'2026-11-28T16:56:58.480882+00:00','programma','reactie','activeren','activeren.hobbels','reactie.erkenning','Genoteerd, in jouw woorden.','');
INSERT INTO "beurt" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',39,'2026-11-28T16:56:58.480882+00:00','programma','vraag','activeren','activeren.hobbels','vervolg.hobbel_als_dan','Begin met: als het niet lukt, dan … Hoe gaat jouw zin verder?','');
INSERT INTO "beurt" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',40,'2026-11-28T16:56:58.481915+00:00','leerling','antwoord','activeren','activeren.hobbels','vervolg.hobbel_als_dan','dat weet ik nog goed, het was in de keuken','dat weet ik nog goed, het was in de keuken');
INSERT INTO "beurt" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',41,'2026-11-28T16:56:58.481915+00:00','programma','vraag','activeren','activeren.afspraak','bijlage2.36','Nog even je stap: ‘{stap}’. Wat ga je nu doen, en wat moet het jou opleveren?','');
INSERT INTO "beurt" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',42,'2026-11-28T16:56:58.482827+00:00','leerling','antwoord','activeren','activeren.afspraak','bijlage2.36','Ik bel bakkerij Kwibus op 1 december 2026','ik bel bakkerij kwibus op 1 december 2026');
INSERT INTO "beurt" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0',43,'2026-11-28T16:56:58.482827+00:00','programma','klaar','klaar','klaar','reactie.klaar','Dit was het; dank je dat je dit vertelde.','');
INSERT INTO "beurt" VALUES('01M8HHDCANVMK7PR3KRE0WVWC4',0,'2026-11-28T16:56:59.479526+00:00','programma','reactie','terugkijken','terugkijken.afspraken','reactie.begin','Hoi, dit is een programma, geen mens. Jij kiest wat je vertelt, en stoppen mag altijd. Het duurt ongeveer {minuten} minuten. Je antwoorden blijven hier: {bewaarplek}','');
INSERT INTO "beurt" VALUES('01M8HHDCANVMK7PR3KRE0WVWC4',1,'2026-11-28T16:56:59.479526+00:00','programma','keuze','terugkijken','terugkijken.afspraken','vervolg.afspraak_terug','Eerst even terug naar vorige keer: ‘{oude_afspraak}’. Wat is er gebeurd?','');
INSERT INTO "beurt" VALUES('01M8HHDCANVMK7PR3KRE0WVWC4',2,'2026-11-28T16:56:59.480226+00:00','leerling','antwoord','terugkijken','terugkijken.afspraken','vervolg.afspraak_terug','Op de open dag voelde ik me onrustig in de hal','op de open dag voelde ik me onrustig in de hal');
INSERT INTO "beurt" VALUES('01M8HHDCANVMK7PR3KRE0WVWC4',3,'2026-11-28T16:56:59.480226+00:00','programma','vraag','terugkijken','terugkijken.ervaring','bijlage2.3','Loop je week nog eens na. Wat is je bijgebleven?','');
INSERT INTO "beurt" VALUES('01M8HHDD0KSP7ZZBFJ2HPEGAWE',0,'2026-11-28T16:57:00.180177+00:00','programma','reactie','terugkijken','terugkijken.afspraken','reactie.begin','Welkom, jullie allebei. Dit is een programma, geen mens. De leerling bepaalt wat er komt te staan. Stoppen kan altijd, en na ongeveer {minuten} minuten is het klaar. Bewaarplek: {bewaarplek}','');
INSERT INTO "beurt" VALUES('01M8HHDD0KSP7ZZBFJ2HPEGAWE',1,'2026-11-28T16:57:00.181750+00:00','mentor','vraag','terugkijken','terugkijken.ervaring','bijlage2.3','Wat heeft indruk op je gemaakt? Vertel.','');
INSERT INTO "beurt" VALUES('01M8HHDD0KSP7ZZBFJ2HPEGAWE',2,'2026-11-28T16:57:00.181750+00:00','leerling','antwoord','terugkijken','terugkijken.ervaring','bijlage2.3','Bij het toneel was ik blij dat iedereen lachte','bij het toneel was ik blij dat iedereen lachte');
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
INSERT INTO "concept" VALUES('01M8HHDCANVMK7PR3KRE0WVWC4','bijlage2.3','ik was net aan het');
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
        , leerling TEXT NOT NULL DEFAULT '', mentor TEXT NOT NULL DEFAULT '') STRICT
        ;
INSERT INTO "gesprek" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0','ik','zelf','kort','7fb18e2a6c9f56b621b00aad7fbea8ab973c88c9f97cce3ac16c1bfec6d1599f','nl','2026-11-28T16:56:57.689944+00:00','2026-11-28T16:56:58.610500+00:00','2026-11-28T16:56:58.610500+00:00','Op stage in de keuken was ik trots, want de chef zei …','','');
INSERT INTO "gesprek" VALUES('01M8HHDCANVMK7PR3KRE0WVWC4','ik','zelf','kort','7fb18e2a6c9f56b621b00aad7fbea8ab973c88c9f97cce3ac16c1bfec6d1599f','nl','2026-11-28T16:56:59.477624+00:00','2026-11-28T16:56:59.846538+00:00',NULL,'','','');
INSERT INTO "gesprek" VALUES('01M8HHDD0KSP7ZZBFJ2HPEGAWE','ik','samen','kort','7fb18e2a6c9f56b621b00aad7fbea8ab973c88c9f97cce3ac16c1bfec6d1599f','nl','2026-11-28T16:57:00.179136+00:00','2026-11-28T16:57:00.185431+00:00',NULL,'Bij het toneel was ik blij dat iedereen lachte','Noor','Brombeer');
CREATE TABLE herhaling (
            eigenaar TEXT NOT NULL,
            kaart TEXT NOT NULL,
            stand TEXT NOT NULL,
            volgende TEXT NOT NULL,
            PRIMARY KEY (eigenaar, kaart)
        ) STRICT, WITHOUT ROWID
        ;
INSERT INTO "herhaling" VALUES('ik','d001','{"keer": 1}','2026-11-25T00:00:00+00:00');
CREATE TABLE kernwoord (
            gesprek TEXT PRIMARY KEY REFERENCES gesprek (id) ON DELETE CASCADE,
            woord TEXT NOT NULL,
            datum TEXT NOT NULL
        ) STRICT
        ;
INSERT INTO "kernwoord" VALUES('01M8HHDAJSQ0NZK3XEZR3V8RN0','maken','2026-11-28');
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
