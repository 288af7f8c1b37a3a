BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'gesprek','begin','2026-11-28 16:56:44.203745+00:00');
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
INSERT INTO "afspraak" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',0,'Ik bel bakkerij Kwibus op 1 december 2026','2026-12-01','open',NULL);
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
INSERT INTO "beurt" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',0,'2026-11-28T16:56:44.320387+00:00','programma','reactie','terugkijken','terugkijken.ervaring','reactie.begin','Hoi, dit is een programma, geen mens. Jij kiest wat je vertelt, en stoppen mag altijd. Het duurt ongeveer {minuten} minuten. Je antwoorden blijven hier: {bewaarplek}','');
INSERT INTO "beurt" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',1,'2026-11-28T16:56:44.320387+00:00','programma','vraag','terugkijken','terugkijken.ervaring','bijlage2.1','Denk terug aan de afgelopen dagen. Wat wil je daarvan vertellen?','');
INSERT INTO "beurt" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',2,'2026-11-28T16:56:44.338496+00:00','leerling','antwoord','terugkijken','terugkijken.ervaring','bijlage2.1','Op stage in de keuken was ik trots, want de chef zei dat het deeg goed was.','op stage in de keuken was ik trots, want de chef zei dat het deeg goed was.');
INSERT INTO "beurt" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',3,'2026-11-28T16:56:44.338496+00:00','programma','reactie','terugkijken','terugkijken.precies','reactie.emotie','Je zei ‘{emotie}’. Dank je.','');
INSERT INTO "beurt" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',4,'2026-11-28T16:56:44.338496+00:00','programma','vraag','terugkijken','terugkijken.precies','bijlage2.7a','Begin bij jezelf. Wat deed je, stap voor stap?','');
INSERT INTO "beurt" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',5,'2026-11-28T16:56:44.645984+00:00','leerling','vervangen','terugkijken','terugkijken.precies','bijlage2.7a','','');
INSERT INTO "beurt" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',6,'2026-11-28T16:56:44.645984+00:00','programma','vraag','terugkijken','terugkijken.precies','bijlage2.7b','Wat kon je om je heen zien gebeuren?','');
INSERT INTO "beurt" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',7,'2026-11-28T16:56:44.647590+00:00','leerling','terug','terugkijken','terugkijken.precies','bijlage2.7b','','');
INSERT INTO "beurt" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',8,'2026-11-28T16:56:44.647590+00:00','programma','reactie','terugkijken','terugkijken.precies','reactie.terug','Hier is de vorige vraag weer.','');
INSERT INTO "beurt" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',9,'2026-11-28T16:56:44.647590+00:00','programma','vraag','terugkijken','terugkijken.precies','bijlage2.7a','Begin bij jezelf. Wat deed je, stap voor stap?','');
INSERT INTO "beurt" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',10,'2026-11-28T16:56:44.648365+00:00','leerling','antwoord','terugkijken','terugkijken.precies','bijlage2.7a','ik mocht zelf het deeg maken','ik mocht zelf het deeg maken');
INSERT INTO "beurt" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',11,'2026-11-28T16:56:44.648365+00:00','programma','reactie','terugkijken','terugkijken.precies','reactie.erkenning','Ik lees ‘{laatste}’.','');
INSERT INTO "beurt" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',12,'2026-11-28T16:56:44.648365+00:00','programma','vraag','terugkijken','terugkijken.precies','bijlage2.7b','Wat kon je om je heen zien gebeuren?','');
INSERT INTO "beurt" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',13,'2026-11-28T16:56:44.651054+00:00','leerling','antwoord','terugkijken','terugkijken.precies','bijlage2.7b','ik mocht zelf het deeg maken','ik mocht zelf het deeg maken');
INSERT INTO "beurt" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',14,'2026-11-28T16:56:44.651054+00:00','programma','reactie','reflecteren','reflecteren.kwaliteiten','reactie.naar_reflecteren','Het volgende deel gaat over jou.','');
INSERT INTO "beurt" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',15,'2026-11-28T16:56:44.651054+00:00','programma','vraag','reflecteren','reflecteren.kwaliteiten','bijlage2.10','Wat deed jij hierin heel goed?','');
INSERT INTO "beurt" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',16,'2026-11-28T16:56:44.652566+00:00','leerling','sla_over','reflecteren','reflecteren.kwaliteiten','bijlage2.10','','');
INSERT INTO "beurt" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',17,'2026-11-28T16:56:44.652566+00:00','programma','reactie','reflecteren','reflecteren.motieven','reactie.overgeslagen','Oké, we slaan deze over.','');
INSERT INTO "beurt" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',18,'2026-11-28T16:56:44.652566+00:00','programma','vraag','reflecteren','reflecteren.motieven','bijlage2.17','Welk deel ervan deed het meest met je?','');
INSERT INTO "beurt" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',19,'2026-11-28T16:56:44.653505+00:00','leerling','antwoord','reflecteren','reflecteren.motieven','bijlage2.17','ik wil iets maken met mijn handen','ik wil iets maken met mijn handen');
INSERT INTO "beurt" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',20,'2026-11-28T16:56:44.653505+00:00','programma','vraag','reflecteren','reflecteren.verbreden','vervolg.verbreden','In je verhaal was dit het moment: ‘{aanleiding}’. Speelt zoiets nu ook ergens anders in je leven? Vertel over één keer.','');
INSERT INTO "beurt" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',21,'2026-11-28T16:56:44.655673+00:00','leerling','antwoord','reflecteren','reflecteren.verbreden','vervolg.verbreden','dat weet ik nog goed, het was in de keuken','dat weet ik nog goed, het was in de keuken');
INSERT INTO "beurt" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',22,'2026-11-28T16:56:44.655673+00:00','programma','reactie','reflecteren','reflecteren.rode_draad','reactie.naast_elkaar','Hier staan jouw eigen woorden bij elkaar:
‘{verhaal_1}’
‘{verhaal_2}’','');
INSERT INTO "beurt" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',23,'2026-11-28T16:56:44.655673+00:00','programma','vraag','reflecteren','reflecteren.rode_draad','vervolg.rode_draad','Lees ze nog eens na elkaar. Wat zie je terugkomen?','');
INSERT INTO "beurt" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',24,'2026-11-28T16:56:45.147731+00:00','leerling','antwoord','reflecteren','reflecteren.rode_draad','vervolg.rode_draad','dat weet ik nog goed, het was in de keuken','dat weet ik nog goed, het was in de keuken');
INSERT INTO "beurt" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',25,'2026-11-28T16:56:45.147731+00:00','programma','reactie','reflecteren','reflecteren.kernwoord','reactie.erkenning','Dank je dat je dit vertelt.','');
INSERT INTO "beurt" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',26,'2026-11-28T16:56:45.147731+00:00','programma','keuze','reflecteren','reflecteren.kernwoord','bijlage2.21','Hoe zou je dit inzicht op deze ervaring willen noemen?','');
INSERT INTO "beurt" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',27,'2026-11-28T16:56:45.150928+00:00','leerling','antwoord','reflecteren','reflecteren.kernwoord','bijlage2.21','maken','maken');
INSERT INTO "beurt" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',28,'2026-11-28T16:56:45.150928+00:00','programma','keuze','reflecteren','reflecteren.kernwoord','vervolg.kernwoord_past','Je zei ‘{kernwoord}’. Blijft dit je woord, of kies je een ander?','');
INSERT INTO "beurt" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',29,'2026-11-28T16:56:45.153162+00:00','leerling','antwoord','reflecteren','reflecteren.kernwoord','vervolg.kernwoord_past','maken','maken');
INSERT INTO "beurt" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',30,'2026-11-28T16:56:45.153162+00:00','programma','reactie','vooruitkijken','vooruitkijken.stap','reactie.naar_vooruitkijken','Vanaf hier gaat het over later.','');
INSERT INTO "beurt" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',31,'2026-11-28T16:56:45.153162+00:00','programma','vraag','vooruitkijken','vooruitkijken.stap','bijlage2.26','Wat ga je als eerste doen, op school of daarbuiten?','');
INSERT INTO "beurt" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',32,'2026-11-28T16:56:45.154475+00:00','leerling','antwoord','vooruitkijken','vooruitkijken.stap','bijlage2.26','nog een dag meelopen bij de bakker','nog een dag meelopen bij de bakker');
INSERT INTO "beurt" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',33,'2026-11-28T16:56:45.154475+00:00','programma','schaal','vooruitkijken','vooruitkijken.warm','vervolg.warmte','Je stap is: ‘{stap}’. 1 is helemaal niet, 10 is niet kunnen wachten. Hoe warm loop je?','');
INSERT INTO "beurt" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',34,'2026-11-28T16:56:45.156510+00:00','leerling','antwoord','vooruitkijken','vooruitkijken.warm','vervolg.warmte','8','8');
INSERT INTO "beurt" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',35,'2026-11-28T16:56:45.156510+00:00','programma','reactie','activeren','activeren.netwerk','reactie.naar_activeren','Het laatste deel gaat over wie, wat en wanneer.','');
INSERT INTO "beurt" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',36,'2026-11-28T16:56:45.156510+00:00','programma','vraag','activeren','activeren.netwerk','bijlage2.28','Denk aan familie, buren, school en werk. Wie kun je iets vragen?','');
INSERT INTO "beurt" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',37,'2026-11-28T16:56:45.157752+00:00','leerling','antwoord','activeren','activeren.netwerk','bijlage2.28','dat weet ik nog goed, het was in de keuken','dat weet ik nog goed, het was in de keuken');
INSERT INTO "beurt" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',38,'2026-11-28T16:56:45.157752+00:00','programma','reactie','activeren','activeren.hobbels','reactie.erkenning','Dank je, dat staat erbij.','');
INSERT INTO "beurt" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',39,'2026-11-28T16:56:45.157752+00:00','programma','vraag','activeren','activeren.hobbels','bijlage2.35a','Stel, het loopt anders dan je wilt. Wat is er dan gebeurd?','');
INSERT INTO "beurt" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',40,'2026-11-28T16:56:45.159263+00:00','leerling','antwoord','activeren','activeren.hobbels','bijlage2.35a','dat weet ik nog goed, het was in de keuken','dat weet ik nog goed, het was in de keuken');
INSERT INTO "beurt" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',41,'2026-11-28T16:56:45.159263+00:00','programma','vraag','activeren','activeren.afspraak','bijlage2.36','Je begon met deze stap: ‘{stap}’. Wat ga je nu doen, en wat moet het jou opleveren?','');
INSERT INTO "beurt" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',42,'2026-11-28T16:56:45.160558+00:00','leerling','antwoord','activeren','activeren.afspraak','bijlage2.36','Ik bel bakkerij Kwibus op 1 december 2026','ik bel bakkerij kwibus op 1 december 2026');
INSERT INTO "beurt" VALUES('01M8HHCXGXVGWRDCVNYB630X8M',43,'2026-11-28T16:56:45.160558+00:00','programma','klaar','klaar','klaar','reactie.klaar','Het gesprek is klaar, en je kaart kun je bewaren.','');
INSERT INTO "beurt" VALUES('01M8HHCZBBPJNAQD9Q32AVF7Z6',0,'2026-11-28T16:56:46.188314+00:00','programma','reactie','terugkijken','terugkijken.afspraken','reactie.begin','Ik ben een programma, geen mens. Reken op ongeveer {minuten} minuten. Stop je eerder, dan kun je later verder. Wat je schrijft, staat hier: {bewaarplek}','');
INSERT INTO "beurt" VALUES('01M8HHCZBBPJNAQD9Q32AVF7Z6',1,'2026-11-28T16:56:46.188314+00:00','programma','keuze','terugkijken','terugkijken.afspraken','vervolg.afspraak_terug','Eerst even terug naar vorige keer: ‘{oude_afspraak}’. Wat is er gebeurd?','');
INSERT INTO "beurt" VALUES('01M8HHCZBBPJNAQD9Q32AVF7Z6',2,'2026-11-28T16:56:46.188986+00:00','leerling','antwoord','terugkijken','terugkijken.afspraken','vervolg.afspraak_terug','Op de open dag voelde ik me onrustig in de hal','op de open dag voelde ik me onrustig in de hal');
INSERT INTO "beurt" VALUES('01M8HHCZBBPJNAQD9Q32AVF7Z6',3,'2026-11-28T16:56:46.188986+00:00','programma','vraag','terugkijken','terugkijken.ervaring','bijlage2.3','Loop je week nog eens na. Wat is je bijgebleven?','');
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
INSERT INTO "concept" VALUES('01M8HHCZBBPJNAQD9Q32AVF7Z6','bijlage2.3','ik was net aan het');
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
INSERT INTO "gesprek" VALUES('01M8HHCXGXVGWRDCVNYB630X8M','ik','zelf','kort','08af80f24e6a4f55b36b5fb9ab3b44382ca41a6627a52373a712b91a571fbae7','nl','2026-11-28T16:56:44.317708+00:00','2026-11-28T16:56:45.227975+00:00','2026-11-28T16:56:45.227975+00:00','Op stage in de keuken was ik trots, want de chef zei …');
INSERT INTO "gesprek" VALUES('01M8HHCZBBPJNAQD9Q32AVF7Z6','ik','zelf','kort','08af80f24e6a4f55b36b5fb9ab3b44382ca41a6627a52373a712b91a571fbae7','nl','2026-11-28T16:56:46.187017+00:00','2026-11-28T16:56:46.510376+00:00',NULL,'');
CREATE TABLE kernwoord (
            gesprek TEXT PRIMARY KEY REFERENCES gesprek (id) ON DELETE CASCADE,
            woord TEXT NOT NULL,
            datum TEXT NOT NULL
        ) STRICT
        ;
INSERT INTO "kernwoord" VALUES('01M8HHCXGXVGWRDCVNYB630X8M','maken','2026-11-28');
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
