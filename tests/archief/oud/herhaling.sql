BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'gesprek','begin','2026-11-28 16:56:47.996483+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'gesprek','herhaling','2026-11-28 16:56:47.996739+00:00');
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
INSERT INTO "afspraak" VALUES('01M8HHD17GJS2PBSK6777YW2S5',0,'Ik bel bakkerij Kwibus op 1 december 2026','2026-12-01','open',NULL);
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
INSERT INTO "beurt" VALUES('01M8HHD17GJS2PBSK6777YW2S5',0,'2026-11-28T16:56:48.115829+00:00','programma','reactie','terugkijken','terugkijken.ervaring','reactie.begin','Hallo, ik ben een programma en geen mens. Jij bepaalt wat je vertelt. Stoppen kan altijd. Het duurt ongeveer {minuten} minuten en wordt hier bewaard: {bewaarplek}','');
INSERT INTO "beurt" VALUES('01M8HHD17GJS2PBSK6777YW2S5',1,'2026-11-28T16:56:48.115829+00:00','programma','vraag','terugkijken','terugkijken.ervaring','bijlage2.1','Waar wil je het vandaag over hebben? Kies één moment.','');
INSERT INTO "beurt" VALUES('01M8HHD17GJS2PBSK6777YW2S5',2,'2026-11-28T16:56:48.136691+00:00','leerling','antwoord','terugkijken','terugkijken.ervaring','bijlage2.1','Op stage in de keuken was ik trots, want de chef zei dat het deeg goed was.','op stage in de keuken was ik trots, want de chef zei dat het deeg goed was.');
INSERT INTO "beurt" VALUES('01M8HHD17GJS2PBSK6777YW2S5',3,'2026-11-28T16:56:48.136691+00:00','programma','reactie','terugkijken','terugkijken.precies','reactie.emotie','‘{emotie}’: dat hoort bij jouw verhaal.','');
INSERT INTO "beurt" VALUES('01M8HHD17GJS2PBSK6777YW2S5',4,'2026-11-28T16:56:48.136691+00:00','programma','vraag','terugkijken','terugkijken.precies','bijlage2.7a','Waar was jij op dat moment mee bezig?','');
INSERT INTO "beurt" VALUES('01M8HHD17GJS2PBSK6777YW2S5',5,'2026-11-28T16:56:48.456847+00:00','leerling','vervangen','terugkijken','terugkijken.precies','bijlage2.7a','','');
INSERT INTO "beurt" VALUES('01M8HHD17GJS2PBSK6777YW2S5',6,'2026-11-28T16:56:48.456847+00:00','programma','vraag','terugkijken','terugkijken.precies','bijlage2.7b','Wat zag je?','');
INSERT INTO "beurt" VALUES('01M8HHD17GJS2PBSK6777YW2S5',7,'2026-11-28T16:56:48.458220+00:00','leerling','terug','terugkijken','terugkijken.precies','bijlage2.7b','','');
INSERT INTO "beurt" VALUES('01M8HHD17GJS2PBSK6777YW2S5',8,'2026-11-28T16:56:48.458220+00:00','programma','reactie','terugkijken','terugkijken.precies','reactie.terug','We gaan één vraag terug.','');
INSERT INTO "beurt" VALUES('01M8HHD17GJS2PBSK6777YW2S5',9,'2026-11-28T16:56:48.458220+00:00','programma','vraag','terugkijken','terugkijken.precies','bijlage2.7a','Waar was jij op dat moment mee bezig?','');
INSERT INTO "beurt" VALUES('01M8HHD17GJS2PBSK6777YW2S5',10,'2026-11-28T16:56:48.458971+00:00','leerling','antwoord','terugkijken','terugkijken.precies','bijlage2.7a','ik mocht zelf het deeg maken','ik mocht zelf het deeg maken');
INSERT INTO "beurt" VALUES('01M8HHD17GJS2PBSK6777YW2S5',11,'2026-11-28T16:56:48.458971+00:00','programma','vraag','terugkijken','terugkijken.precies','bijlage2.7b','Wat kon je om je heen zien gebeuren?','');
INSERT INTO "beurt" VALUES('01M8HHD17GJS2PBSK6777YW2S5',12,'2026-11-28T16:56:48.461414+00:00','leerling','antwoord','terugkijken','terugkijken.precies','bijlage2.7b','ik mocht zelf het deeg maken','ik mocht zelf het deeg maken');
INSERT INTO "beurt" VALUES('01M8HHD17GJS2PBSK6777YW2S5',13,'2026-11-28T16:56:48.461414+00:00','programma','reactie','reflecteren','reflecteren.kwaliteiten','reactie.naar_reflecteren','Het volgende deel gaat over jou.','');
INSERT INTO "beurt" VALUES('01M8HHD17GJS2PBSK6777YW2S5',14,'2026-11-28T16:56:48.461414+00:00','programma','vraag','reflecteren','reflecteren.kwaliteiten','bijlage2.10','Wat deed jij hierin heel goed?','');
INSERT INTO "beurt" VALUES('01M8HHD17GJS2PBSK6777YW2S5',15,'2026-11-28T16:56:48.462618+00:00','leerling','sla_over','reflecteren','reflecteren.kwaliteiten','bijlage2.10','','');
INSERT INTO "beurt" VALUES('01M8HHD17GJS2PBSK6777YW2S5',16,'2026-11-28T16:56:48.462618+00:00','programma','reactie','reflecteren','reflecteren.motieven','reactie.overgeslagen','Is goed, dan verder met iets anders.','');
INSERT INTO "beurt" VALUES('01M8HHD17GJS2PBSK6777YW2S5',17,'2026-11-28T16:56:48.462618+00:00','programma','vraag','reflecteren','reflecteren.motieven','bijlage2.17','Wat bleef er in je hoofd zitten toen het voorbij was?','');
INSERT INTO "beurt" VALUES('01M8HHD17GJS2PBSK6777YW2S5',18,'2026-11-28T16:56:48.463410+00:00','leerling','antwoord','reflecteren','reflecteren.motieven','bijlage2.17','ik wil iets maken met mijn handen','ik wil iets maken met mijn handen');
INSERT INTO "beurt" VALUES('01M8HHD17GJS2PBSK6777YW2S5',19,'2026-11-28T16:56:48.463410+00:00','programma','vraag','reflecteren','reflecteren.verbreden','vervolg.verbreden','Nog even je verhaal: ‘{aanleiding}’. Speelt zoiets nu ook ergens anders in je leven? Vertel over één keer.','');
INSERT INTO "beurt" VALUES('01M8HHD17GJS2PBSK6777YW2S5',20,'2026-11-28T16:56:48.465353+00:00','leerling','antwoord','reflecteren','reflecteren.verbreden','vervolg.verbreden','dat weet ik nog goed, het was in de keuken','dat weet ik nog goed, het was in de keuken');
INSERT INTO "beurt" VALUES('01M8HHD17GJS2PBSK6777YW2S5',21,'2026-11-28T16:56:48.465353+00:00','programma','reactie','reflecteren','reflecteren.rode_draad','reactie.naast_elkaar','Dit vertelde je, het ene naast het andere:
‘{verhaal_1}’
‘{verhaal_2}’','');
INSERT INTO "beurt" VALUES('01M8HHD17GJS2PBSK6777YW2S5',22,'2026-11-28T16:56:48.465353+00:00','programma','vraag','reflecteren','reflecteren.rode_draad','vervolg.rode_draad','Lees ze nog eens na elkaar. Wat zie je terugkomen?','');
INSERT INTO "beurt" VALUES('01M8HHD17GJS2PBSK6777YW2S5',23,'2026-11-28T16:56:48.916270+00:00','leerling','antwoord','reflecteren','reflecteren.rode_draad','vervolg.rode_draad','dat weet ik nog goed, het was in de keuken','dat weet ik nog goed, het was in de keuken');
INSERT INTO "beurt" VALUES('01M8HHD17GJS2PBSK6777YW2S5',24,'2026-11-28T16:56:48.916270+00:00','programma','keuze','reflecteren','reflecteren.kernwoord','bijlage2.21','Als je dit verhaal één woord geeft, welk woord dan?','');
INSERT INTO "beurt" VALUES('01M8HHD17GJS2PBSK6777YW2S5',25,'2026-11-28T16:56:48.918838+00:00','leerling','antwoord','reflecteren','reflecteren.kernwoord','bijlage2.21','maken','maken');
INSERT INTO "beurt" VALUES('01M8HHD17GJS2PBSK6777YW2S5',26,'2026-11-28T16:56:48.918838+00:00','programma','keuze','reflecteren','reflecteren.kernwoord','vervolg.kernwoord_past','‘{kernwoord}’. Past dat, of is er een beter woord?','');
INSERT INTO "beurt" VALUES('01M8HHD17GJS2PBSK6777YW2S5',27,'2026-11-28T16:56:48.920531+00:00','leerling','antwoord','reflecteren','reflecteren.kernwoord','vervolg.kernwoord_past','maken','maken');
INSERT INTO "beurt" VALUES('01M8HHD17GJS2PBSK6777YW2S5',28,'2026-11-28T16:56:48.920531+00:00','programma','reactie','vooruitkijken','vooruitkijken.stap','reactie.naar_vooruitkijken','Nu kijken we vooruit, met jouw woorden erbij.','');
INSERT INTO "beurt" VALUES('01M8HHD17GJS2PBSK6777YW2S5',29,'2026-11-28T16:56:48.920531+00:00','programma','vraag','vooruitkijken','vooruitkijken.stap','bijlage2.26','Welke volgende stap ga je zetten (binnen of buiten de school)?','');
INSERT INTO "beurt" VALUES('01M8HHD17GJS2PBSK6777YW2S5',30,'2026-11-28T16:56:48.921827+00:00','leerling','antwoord','vooruitkijken','vooruitkijken.stap','bijlage2.26','nog een dag meelopen bij de bakker','nog een dag meelopen bij de bakker');
INSERT INTO "beurt" VALUES('01M8HHD17GJS2PBSK6777YW2S5',31,'2026-11-28T16:56:48.921827+00:00','programma','schaal','vooruitkijken','vooruitkijken.warm','vervolg.warmte','Je stap is: ‘{stap}’. Hoeveel zin heb je hierin, als cijfer van 1 tot 10?','');
INSERT INTO "beurt" VALUES('01M8HHD17GJS2PBSK6777YW2S5',32,'2026-11-28T16:56:48.923664+00:00','leerling','antwoord','vooruitkijken','vooruitkijken.warm','vervolg.warmte','8','8');
INSERT INTO "beurt" VALUES('01M8HHD17GJS2PBSK6777YW2S5',33,'2026-11-28T16:56:48.923664+00:00','programma','reactie','activeren','activeren.netwerk','reactie.naar_activeren','Het laatste deel gaat over wie, wat en wanneer.','');
INSERT INTO "beurt" VALUES('01M8HHD17GJS2PBSK6777YW2S5',34,'2026-11-28T16:56:48.923664+00:00','programma','vraag','activeren','activeren.netwerk','bijlage2.28','Denk aan familie, buren, school en werk. Wie kun je iets vragen?','');
INSERT INTO "beurt" VALUES('01M8HHD17GJS2PBSK6777YW2S5',35,'2026-11-28T16:56:48.924878+00:00','leerling','antwoord','activeren','activeren.netwerk','bijlage2.28','dat weet ik nog goed, het was in de keuken','dat weet ik nog goed, het was in de keuken');
INSERT INTO "beurt" VALUES('01M8HHD17GJS2PBSK6777YW2S5',36,'2026-11-28T16:56:48.924878+00:00','programma','reactie','activeren','activeren.hobbels','reactie.erkenning','Dank je dat je dit vertelt.','');
INSERT INTO "beurt" VALUES('01M8HHD17GJS2PBSK6777YW2S5',37,'2026-11-28T16:56:48.924878+00:00','programma','vraag','activeren','activeren.hobbels','vervolg.hobbel_als_dan','Maak er een zin van: als dat gebeurt, dan … Hoe gaat die verder?','');
INSERT INTO "beurt" VALUES('01M8HHD17GJS2PBSK6777YW2S5',38,'2026-11-28T16:56:48.926119+00:00','leerling','antwoord','activeren','activeren.hobbels','vervolg.hobbel_als_dan','dat weet ik nog goed, het was in de keuken','dat weet ik nog goed, het was in de keuken');
INSERT INTO "beurt" VALUES('01M8HHD17GJS2PBSK6777YW2S5',39,'2026-11-28T16:56:48.926119+00:00','programma','vraag','activeren','activeren.afspraak','bijlage2.36','Je begon met deze stap: ‘{stap}’. Wat ga je nu doen, en wat moet het jou opleveren?','');
INSERT INTO "beurt" VALUES('01M8HHD17GJS2PBSK6777YW2S5',40,'2026-11-28T16:56:48.927054+00:00','leerling','antwoord','activeren','activeren.afspraak','bijlage2.36','Ik bel bakkerij Kwibus op 1 december 2026','ik bel bakkerij kwibus op 1 december 2026');
INSERT INTO "beurt" VALUES('01M8HHD17GJS2PBSK6777YW2S5',41,'2026-11-28T16:56:48.927054+00:00','programma','klaar','klaar','klaar','reactie.klaar','Dit was het; dank je dat je dit vertelde.','');
INSERT INTO "beurt" VALUES('01M8HHD3E9GCW9MABJNG2N51Q8',0,'2026-11-28T16:56:50.378659+00:00','programma','reactie','terugkijken','terugkijken.afspraken','reactie.begin','Welkom. Ik ben een programma en geen mens; jij bepaalt wat je vertelt. Na ongeveer {minuten} minuten is het klaar, en stoppen kan altijd. Het wordt hier bewaard: {bewaarplek}','');
INSERT INTO "beurt" VALUES('01M8HHD3E9GCW9MABJNG2N51Q8',1,'2026-11-28T16:56:50.378659+00:00','programma','keuze','terugkijken','terugkijken.afspraken','vervolg.afspraak_terug','Je plan was: ‘{oude_afspraak}’. Wat is ervan gekomen?','');
INSERT INTO "beurt" VALUES('01M8HHD3E9GCW9MABJNG2N51Q8',2,'2026-11-28T16:56:50.379433+00:00','leerling','antwoord','terugkijken','terugkijken.afspraken','vervolg.afspraak_terug','Op de open dag voelde ik me onrustig in de hal','op de open dag voelde ik me onrustig in de hal');
INSERT INTO "beurt" VALUES('01M8HHD3E9GCW9MABJNG2N51Q8',3,'2026-11-28T16:56:50.379433+00:00','programma','vraag','terugkijken','terugkijken.ervaring','bijlage2.3','Wat heeft indruk op je gemaakt? Vertel.','');
CREATE TABLE bron (
            fingerprint TEXT PRIMARY KEY,
            inhoud TEXT NOT NULL
        ) STRICT
        ;
INSERT INTO "bron" VALUES('08af80f24e6a4f55b36b5fb9ab3b44382ca41a6627a52373a712b91a571fbae7','@bron-08af80f24e6a');
CREATE TABLE concept (
            gesprek TEXT PRIMARY KEY REFERENCES gesprek (id) ON DELETE CASCADE,
            vraag TEXT NOT NULL,
            tekst TEXT NOT NULL
        ) STRICT
        ;
INSERT INTO "concept" VALUES('01M8HHD3E9GCW9MABJNG2N51Q8','bijlage2.3','ik was net aan het');
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
        ) STRICT
        ;
INSERT INTO "gesprek" VALUES('01M8HHD17GJS2PBSK6777YW2S5','ik','zelf','kort','08af80f24e6a4f55b36b5fb9ab3b44382ca41a6627a52373a712b91a571fbae7','nl','2026-11-28T16:56:48.112886+00:00','2026-11-28T16:56:48.989249+00:00','2026-11-28T16:56:48.989249+00:00','Op stage in de keuken was ik trots, want de chef zei …');
INSERT INTO "gesprek" VALUES('01M8HHD3E9GCW9MABJNG2N51Q8','ik','zelf','kort','08af80f24e6a4f55b36b5fb9ab3b44382ca41a6627a52373a712b91a571fbae7','nl','2026-11-28T16:56:50.377250+00:00','2026-11-28T16:56:50.825595+00:00',NULL,'');
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
INSERT INTO "kernwoord" VALUES('01M8HHD17GJS2PBSK6777YW2S5','maken','2026-11-28');
CREATE TABLE oefening (
            id TEXT PRIMARY KEY,
            eigenaar TEXT NOT NULL,
            leerling TEXT NOT NULL,
            begonnen TEXT NOT NULL,
            uitslag TEXT NOT NULL
        ) STRICT
        ;
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX gesprek_eigenaar ON gesprek (eigenaar, id);
COMMIT;
