BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'gesprek','begin','2026-11-28 16:56:52.788158+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'gesprek','herhaling','2026-11-28 16:56:52.788477+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'gesprek','namen','2026-11-28 16:56:52.788980+00:00');
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
INSERT INTO "afspraak" VALUES('01M8HHD5WX849MCXVA6EHMZEGX',0,'Ik bel bakkerij Kwibus op 1 december 2026','2026-12-01','open',NULL);
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
INSERT INTO "beurt" VALUES('01M8HHD5WX849MCXVA6EHMZEGX',0,'2026-11-28T16:56:52.966305+00:00','programma','reactie','terugkijken','terugkijken.ervaring','reactie.begin','Welkom. Ik ben een programma en geen mens; jij bepaalt wat je vertelt. Na ongeveer {minuten} minuten is het klaar, en stoppen kan altijd. Het wordt hier bewaard: {bewaarplek}','');
INSERT INTO "beurt" VALUES('01M8HHD5WX849MCXVA6EHMZEGX',1,'2026-11-28T16:56:52.966305+00:00','programma','vraag','terugkijken','terugkijken.ervaring','bijlage2.3','Aan welk moment moest je later nog denken? Vertel.','');
INSERT INTO "beurt" VALUES('01M8HHD5WX849MCXVA6EHMZEGX',2,'2026-11-28T16:56:52.983797+00:00','leerling','antwoord','terugkijken','terugkijken.ervaring','bijlage2.3','Op stage in de keuken was ik trots, want de chef zei dat het deeg goed was.','op stage in de keuken was ik trots, want de chef zei dat het deeg goed was.');
INSERT INTO "beurt" VALUES('01M8HHD5WX849MCXVA6EHMZEGX',3,'2026-11-28T16:56:52.983797+00:00','programma','reactie','terugkijken','terugkijken.precies','reactie.emotie','Je zei ‘{emotie}’. Dank je.','');
INSERT INTO "beurt" VALUES('01M8HHD5WX849MCXVA6EHMZEGX',4,'2026-11-28T16:56:52.983797+00:00','programma','vraag','terugkijken','terugkijken.precies','bijlage2.7a','Waar was jij op dat moment mee bezig?','');
INSERT INTO "beurt" VALUES('01M8HHD5WX849MCXVA6EHMZEGX',5,'2026-11-28T16:56:53.285061+00:00','leerling','vervangen','terugkijken','terugkijken.precies','bijlage2.7a','','');
INSERT INTO "beurt" VALUES('01M8HHD5WX849MCXVA6EHMZEGX',6,'2026-11-28T16:56:53.285061+00:00','programma','reactie','terugkijken','terugkijken.precies','reactie.erkenning','Er staat nu: ‘{laatste}’.','');
INSERT INTO "beurt" VALUES('01M8HHD5WX849MCXVA6EHMZEGX',7,'2026-11-28T16:56:53.285061+00:00','programma','vraag','terugkijken','terugkijken.precies','bijlage2.7b','Wat zag je?','');
INSERT INTO "beurt" VALUES('01M8HHD5WX849MCXVA6EHMZEGX',8,'2026-11-28T16:56:53.286538+00:00','leerling','terug','terugkijken','terugkijken.precies','bijlage2.7b','','');
INSERT INTO "beurt" VALUES('01M8HHD5WX849MCXVA6EHMZEGX',9,'2026-11-28T16:56:53.286538+00:00','programma','reactie','terugkijken','terugkijken.precies','reactie.terug','Hier is de vorige vraag weer.','');
INSERT INTO "beurt" VALUES('01M8HHD5WX849MCXVA6EHMZEGX',10,'2026-11-28T16:56:53.286538+00:00','programma','vraag','terugkijken','terugkijken.precies','bijlage2.7a','Waar was jij op dat moment mee bezig?','');
INSERT INTO "beurt" VALUES('01M8HHD5WX849MCXVA6EHMZEGX',11,'2026-11-28T16:56:53.287187+00:00','leerling','antwoord','terugkijken','terugkijken.precies','bijlage2.7a','ik mocht zelf het deeg maken','ik mocht zelf het deeg maken');
INSERT INTO "beurt" VALUES('01M8HHD5WX849MCXVA6EHMZEGX',12,'2026-11-28T16:56:53.287187+00:00','programma','vraag','terugkijken','terugkijken.precies','bijlage2.7b','Speel het terug als een filmpje. Wat komt er voorbij?','');
INSERT INTO "beurt" VALUES('01M8HHD5WX849MCXVA6EHMZEGX',13,'2026-11-28T16:56:53.289240+00:00','leerling','antwoord','terugkijken','terugkijken.precies','bijlage2.7b','ik mocht zelf het deeg maken','ik mocht zelf het deeg maken');
INSERT INTO "beurt" VALUES('01M8HHD5WX849MCXVA6EHMZEGX',14,'2026-11-28T16:56:53.289240+00:00','programma','reactie','reflecteren','reflecteren.kwaliteiten','reactie.naar_reflecteren','Van wat er gebeurde gaan we naar wat jij ervan vindt.','');
INSERT INTO "beurt" VALUES('01M8HHD5WX849MCXVA6EHMZEGX',15,'2026-11-28T16:56:53.289240+00:00','programma','vraag','reflecteren','reflecteren.kwaliteiten','bijlage2.10','Wat ging jou hier goed af?','');
INSERT INTO "beurt" VALUES('01M8HHD5WX849MCXVA6EHMZEGX',16,'2026-11-28T16:56:53.290514+00:00','leerling','sla_over','reflecteren','reflecteren.kwaliteiten','bijlage2.10','','');
INSERT INTO "beurt" VALUES('01M8HHD5WX849MCXVA6EHMZEGX',17,'2026-11-28T16:56:53.290514+00:00','programma','reactie','reflecteren','reflecteren.motieven','reactie.overgeslagen','Overslaan mag; hier is de volgende.','');
INSERT INTO "beurt" VALUES('01M8HHD5WX849MCXVA6EHMZEGX',18,'2026-11-28T16:56:53.290514+00:00','programma','vraag','reflecteren','reflecteren.motieven','bijlage2.18','Wat is voor jou belangrijk in zo’n situatie?','');
INSERT INTO "beurt" VALUES('01M8HHD5WX849MCXVA6EHMZEGX',19,'2026-11-28T16:56:53.291314+00:00','leerling','antwoord','reflecteren','reflecteren.motieven','bijlage2.18','ik wil iets maken met mijn handen','ik wil iets maken met mijn handen');
INSERT INTO "beurt" VALUES('01M8HHD5WX849MCXVA6EHMZEGX',20,'2026-11-28T16:56:53.291314+00:00','programma','vraag','reflecteren','reflecteren.verbreden','vervolg.verbreden','Nog even je verhaal: ‘{aanleiding}’. Speelt zoiets nu ook ergens anders in je leven? Vertel over één keer.','');
INSERT INTO "beurt" VALUES('01M8HHD5WX849MCXVA6EHMZEGX',21,'2026-11-28T16:56:53.293032+00:00','leerling','antwoord','reflecteren','reflecteren.verbreden','vervolg.verbreden','dat weet ik nog goed, het was in de keuken','dat weet ik nog goed, het was in de keuken');
INSERT INTO "beurt" VALUES('01M8HHD5WX849MCXVA6EHMZEGX',22,'2026-11-28T16:56:53.293032+00:00','programma','reactie','reflecteren','reflecteren.rode_draad','reactie.naast_elkaar','Hier staan jouw eigen woorden bij elkaar:
‘{verhaal_1}’
‘{verhaal_2}’','');
INSERT INTO "beurt" VALUES('01M8HHD5WX849MCXVA6EHMZEGX',23,'2026-11-28T16:56:53.293032+00:00','programma','vraag','reflecteren','reflecteren.rode_draad','vervolg.rode_draad','Lees ze nog eens na elkaar. Wat zie je terugkomen?','');
INSERT INTO "beurt" VALUES('01M8HHD5WX849MCXVA6EHMZEGX',24,'2026-11-28T16:56:53.787575+00:00','leerling','antwoord','reflecteren','reflecteren.rode_draad','vervolg.rode_draad','dat weet ik nog goed, het was in de keuken','dat weet ik nog goed, het was in de keuken');
INSERT INTO "beurt" VALUES('01M8HHD5WX849MCXVA6EHMZEGX',25,'2026-11-28T16:56:53.787575+00:00','programma','keuze','reflecteren','reflecteren.kernwoord','bijlage2.21','Hoe noem jij dit, in één of twee woorden?','');
INSERT INTO "beurt" VALUES('01M8HHD5WX849MCXVA6EHMZEGX',26,'2026-11-28T16:56:53.791016+00:00','leerling','antwoord','reflecteren','reflecteren.kernwoord','bijlage2.21','maken','maken');
INSERT INTO "beurt" VALUES('01M8HHD5WX849MCXVA6EHMZEGX',27,'2026-11-28T16:56:53.791016+00:00','programma','keuze','reflecteren','reflecteren.kernwoord','vervolg.kernwoord_past','Je zei ‘{kernwoord}’. Blijft dit je woord, of kies je een ander?','');
INSERT INTO "beurt" VALUES('01M8HHD5WX849MCXVA6EHMZEGX',28,'2026-11-28T16:56:53.793171+00:00','leerling','antwoord','reflecteren','reflecteren.kernwoord','vervolg.kernwoord_past','maken','maken');
INSERT INTO "beurt" VALUES('01M8HHD5WX849MCXVA6EHMZEGX',29,'2026-11-28T16:56:53.793171+00:00','programma','reactie','vooruitkijken','vooruitkijken.stap','reactie.naar_vooruitkijken','Vanaf hier gaat het over later.','');
INSERT INTO "beurt" VALUES('01M8HHD5WX849MCXVA6EHMZEGX',30,'2026-11-28T16:56:53.793171+00:00','programma','vraag','vooruitkijken','vooruitkijken.stap','bijlage2.26','Welke volgende stap ga je zetten (binnen of buiten de school)?','');
INSERT INTO "beurt" VALUES('01M8HHD5WX849MCXVA6EHMZEGX',31,'2026-11-28T16:56:53.795009+00:00','leerling','antwoord','vooruitkijken','vooruitkijken.stap','bijlage2.26','nog een dag meelopen bij de bakker','nog een dag meelopen bij de bakker');
INSERT INTO "beurt" VALUES('01M8HHD5WX849MCXVA6EHMZEGX',32,'2026-11-28T16:56:53.795009+00:00','programma','schaal','vooruitkijken','vooruitkijken.warm','vervolg.warmte','Dit wil je doen: ‘{stap}’. Hoeveel zin heb je hierin, als cijfer van 1 tot 10?','');
INSERT INTO "beurt" VALUES('01M8HHD5WX849MCXVA6EHMZEGX',33,'2026-11-28T16:56:53.797515+00:00','leerling','antwoord','vooruitkijken','vooruitkijken.warm','vervolg.warmte','8','8');
INSERT INTO "beurt" VALUES('01M8HHD5WX849MCXVA6EHMZEGX',34,'2026-11-28T16:56:53.797515+00:00','programma','reactie','activeren','activeren.netwerk','reactie.naar_activeren','Het laatste deel gaat over wie, wat en wanneer.','');
INSERT INTO "beurt" VALUES('01M8HHD5WX849MCXVA6EHMZEGX',35,'2026-11-28T16:56:53.797515+00:00','programma','vraag','activeren','activeren.netwerk','bijlage2.28','Denk aan familie, buren, school en werk. Wie kun je iets vragen?','');
INSERT INTO "beurt" VALUES('01M8HHD5WX849MCXVA6EHMZEGX',36,'2026-11-28T16:56:53.799249+00:00','leerling','antwoord','activeren','activeren.netwerk','bijlage2.28','dat weet ik nog goed, het was in de keuken','dat weet ik nog goed, het was in de keuken');
INSERT INTO "beurt" VALUES('01M8HHD5WX849MCXVA6EHMZEGX',37,'2026-11-28T16:56:53.799249+00:00','programma','reactie','activeren','activeren.hobbels','reactie.erkenning','Genoteerd, in jouw woorden.','');
INSERT INTO "beurt" VALUES('01M8HHD5WX849MCXVA6EHMZEGX',38,'2026-11-28T16:56:53.799249+00:00','programma','vraag','activeren','activeren.hobbels','bijlage2.35a','Stel, het loopt anders dan je wilt. Wat is er dan gebeurd?','');
INSERT INTO "beurt" VALUES('01M8HHD5WX849MCXVA6EHMZEGX',39,'2026-11-28T16:56:53.801410+00:00','leerling','antwoord','activeren','activeren.hobbels','bijlage2.35a','dat weet ik nog goed, het was in de keuken','dat weet ik nog goed, het was in de keuken');
INSERT INTO "beurt" VALUES('01M8HHD5WX849MCXVA6EHMZEGX',40,'2026-11-28T16:56:53.801410+00:00','programma','vraag','activeren','activeren.afspraak','bijlage2.36','Je begon met deze stap: ‘{stap}’. Wat is de volgende stap en wat wil je daarmee bereiken?','');
INSERT INTO "beurt" VALUES('01M8HHD5WX849MCXVA6EHMZEGX',41,'2026-11-28T16:56:53.803119+00:00','leerling','antwoord','activeren','activeren.afspraak','bijlage2.36','Ik bel bakkerij Kwibus op 1 december 2026','ik bel bakkerij kwibus op 1 december 2026');
INSERT INTO "beurt" VALUES('01M8HHD5WX849MCXVA6EHMZEGX',42,'2026-11-28T16:56:53.803119+00:00','programma','klaar','klaar','klaar','reactie.klaar','We zijn rond; op je kaart lees je jouw eigen woorden.','');
INSERT INTO "beurt" VALUES('01M8HHD81B1RW6KTS5MQGH77YX',0,'2026-11-28T16:56:55.085217+00:00','programma','reactie','terugkijken','terugkijken.afspraken','reactie.begin','Hoi, dit is een programma, geen mens. Jij kiest wat je vertelt, en stoppen mag altijd. Het duurt ongeveer {minuten} minuten. Je antwoorden blijven hier: {bewaarplek}','');
INSERT INTO "beurt" VALUES('01M8HHD81B1RW6KTS5MQGH77YX',1,'2026-11-28T16:56:55.085217+00:00','programma','keuze','terugkijken','terugkijken.afspraken','vervolg.afspraak_terug','Je plan was: ‘{oude_afspraak}’. Wat is ervan gekomen?','');
INSERT INTO "beurt" VALUES('01M8HHD81B1RW6KTS5MQGH77YX',2,'2026-11-28T16:56:55.086171+00:00','leerling','antwoord','terugkijken','terugkijken.afspraken','vervolg.afspraak_terug','Op de open dag voelde ik me onrustig in de hal','op de open dag voelde ik me onrustig in de hal');
INSERT INTO "beurt" VALUES('01M8HHD81B1RW6KTS5MQGH77YX',3,'2026-11-28T16:56:55.086171+00:00','programma','vraag','terugkijken','terugkijken.ervaring','bijlage2.1','Waar wil je het vandaag over hebben? Kies één moment.','');
INSERT INTO "beurt" VALUES('01M8HHD8R0HAWVD506KEG5MTA1',0,'2026-11-28T16:56:55.809506+00:00','programma','reactie','terugkijken','terugkijken.afspraken','reactie.begin','Welkom, jullie allebei. Dit is een programma, geen mens. De leerling bepaalt wat er komt te staan. Stoppen kan altijd, en na ongeveer {minuten} minuten is het klaar. Bewaarplek: {bewaarplek}','');
INSERT INTO "beurt" VALUES('01M8HHD8R0HAWVD506KEG5MTA1',1,'2026-11-28T16:56:55.810653+00:00','mentor','vraag','terugkijken','terugkijken.ervaring','bijlage2.3','Wat heeft indruk op je gemaakt? Vertel.','');
INSERT INTO "beurt" VALUES('01M8HHD8R0HAWVD506KEG5MTA1',2,'2026-11-28T16:56:55.810653+00:00','leerling','antwoord','terugkijken','terugkijken.ervaring','bijlage2.3','Bij het toneel was ik blij dat iedereen lachte','bij het toneel was ik blij dat iedereen lachte');
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
INSERT INTO "concept" VALUES('01M8HHD81B1RW6KTS5MQGH77YX','bijlage2.1','ik was net aan het');
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
INSERT INTO "gesprek" VALUES('01M8HHD5WX849MCXVA6EHMZEGX','ik','zelf','kort','7fb18e2a6c9f56b621b00aad7fbea8ab973c88c9f97cce3ac16c1bfec6d1599f','nl','2026-11-28T16:56:52.893807+00:00','2026-11-28T16:56:53.981323+00:00','2026-11-28T16:56:53.981323+00:00','Op stage in de keuken was ik trots, want de chef zei …','','');
INSERT INTO "gesprek" VALUES('01M8HHD81B1RW6KTS5MQGH77YX','ik','zelf','kort','7fb18e2a6c9f56b621b00aad7fbea8ab973c88c9f97cce3ac16c1bfec6d1599f','nl','2026-11-28T16:56:55.083459+00:00','2026-11-28T16:56:55.491221+00:00',NULL,'','','');
INSERT INTO "gesprek" VALUES('01M8HHD8R0HAWVD506KEG5MTA1','ik','samen','kort','7fb18e2a6c9f56b621b00aad7fbea8ab973c88c9f97cce3ac16c1bfec6d1599f','nl','2026-11-28T16:56:55.808583+00:00','2026-11-28T16:56:55.812992+00:00',NULL,'Bij het toneel was ik blij dat iedereen lachte','Noor','Brombeer');
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
INSERT INTO "kernwoord" VALUES('01M8HHD5WX849MCXVA6EHMZEGX','maken','2026-11-28');
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
