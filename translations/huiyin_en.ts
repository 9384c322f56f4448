<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>huiyin::AccessPane</name>
    <message numerus="yes">
        <source>%n entry(ies), newest first</source>
        <translation>
            <numerusform>%n entry, newest first</numerusform>
            <numerusform>%n entries, newest first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::AttachCell</name>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::BatchPage</name>
    <message numerus="yes">
        <source>%1: %n case(s)</source>
        <translation>
            <numerusform>%1: %n case</numerusform>
            <numerusform>%1: %n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undone with %n case(s); both stand in the timeline.</source>
        <translation>
            <numerusform>Undone with %n case; both stand in the timeline.</numerusform>
            <numerusform>Undone with %n cases; both stand in the timeline.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: done with %n case(s).</source>
        <translation>
            <numerusform>%1: done with %n case.</numerusform>
            <numerusform>%1: done with %n cases.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) stay as they are</source>
        <translation>
            <numerusform>%n case stays as it is</numerusform>
            <numerusform>%n cases stay as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done with %n case(s). The others need a look each: Enter opens one.</source>
        <translation>
            <numerusform>Done with %n case. The others need a look each: Enter opens one.</numerusform>
            <numerusform>Done with %n cases. The others need a look each: Enter opens one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 %n case(s)</source>
        <translation>
            <numerusform>%1 %n case</numerusform>
            <numerusform>%1 %n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::CalendarPage</name>
    <message numerus="yes">
        <source>%n day(s) change.</source>
        <translation>
            <numerusform>%n day changes.</numerusform>
            <numerusform>%n days change.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running deadline(s) move.</source>
        <translation>
            <numerusform>%n running deadline moves.</numerusform>
            <numerusform>%n running deadlines move.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The calendar holds from now on; %n running deadline(s) were counted anew.</source>
        <translation>
            <numerusform>The calendar holds from now on; %n running deadline was counted anew.</numerusform>
            <numerusform>The calendar holds from now on; %n running deadlines were counted anew.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::CallerPanel</name>
    <message numerus="yes">
        <source>%n previous cases</source>
        <translation>
            <numerusform>%n previous case</numerusform>
            <numerusform>%n previous cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::CaseListPage</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied.</source>
        <translation>
            <numerusform>%n row copied.</numerusform>
            <numerusform>%n rows copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) saved as %1.</source>
        <translation>
            <numerusform>%n case saved as %1.</numerusform>
            <numerusform>%n cases saved as %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::DrawPane</name>
    <message numerus="yes">
        <source>%n case(s) drawn</source>
        <translation>
            <numerusform>%n case drawn</numerusform>
            <numerusform>%n cases drawn</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::FiledPane</name>
    <message numerus="yes">
        <source>%n filed case(s) reached the end of the term. Two people sign the destruction; what is destroyed cannot be brought back, numbers and counts stay.</source>
        <translation>
            <numerusform>%n filed case reached the end of its term. Two people sign the destruction; what is destroyed cannot be brought back, numbers and counts stay.</numerusform>
            <numerusform>%n filed cases reached the end of their term. Two people sign the destruction; what is destroyed cannot be brought back, numbers and counts stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done for %n case(s).</source>
        <translation>
            <numerusform>Done for %n case.</numerusform>
            <numerusform>Done for %n cases.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::FindingBar</name>
    <message numerus="yes">
        <source>%n still missing:</source>
        <translation>
            <numerusform>%n still missing:</numerusform>
            <numerusform>%n still missing:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::ImportPage</name>
    <message numerus="yes">
        <source>%Ln case(s) taken back.</source>
        <translation>
            <numerusform>%Ln case taken back.</numerusform>
            <numerusform>%Ln cases taken back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln case(s) stay because somebody has worked on them.</source>
        <translation>
            <numerusform>%Ln case stays because somebody has worked on it.</numerusform>
            <numerusform>%Ln cases stay because somebody has worked on them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::InboxPage</name>
    <message numerus="yes">
        <source>%n case(s) await you</source>
        <translation>
            <numerusform>%n case awaits you</numerusform>
            <numerusform>%n cases await you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) in approval await somebody else&apos;s step, none awaits yours.</source>
        <translation>
            <numerusform>%n case in approval awaits somebody else&apos;s step, none awaits yours.</numerusform>
            <numerusform>%n cases in approval await somebody else&apos;s step, none awaits yours.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::InkView</name>
    <message numerus="yes">
        <source>%1, %n page(s)</source>
        <translation>
            <numerusform>%1, %n page</numerusform>
            <numerusform>%1, %n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::LoanPane</name>
    <message numerus="yes">
        <source>%n file(s) should be back by now.</source>
        <translation>
            <numerusform>%n file should be back by now.</numerusform>
            <numerusform>%n files should be back by now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::MainWindow</name>
    <message numerus="yes">
        <source>%n fault(s). The first: </source>
        <translation>
            <numerusform>%n fault. The first: </numerusform>
            <numerusform>%n faults. The first: </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n registration(s) were begun and not registered.</source>
        <translation>
            <numerusform>%n registration was begun and not registered.</numerusform>
            <numerusform>%n registrations were begun and not registered.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 / known caller, %n case(s)</source>
        <translation>
            <numerusform>%1 / known caller, %n case</numerusform>
            <numerusform>%1 / known caller, %n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%n under way</numerusform>
            <numerusform>%n under way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln case(s) taken back.</source>
        <translation>
            <numerusform>%Ln case taken back.</numerusform>
            <numerusform>%Ln cases taken back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::MovePane</name>
    <message numerus="yes">
        <source>Take %n case(s) over</source>
        <translation>
            <numerusform>Take %n case over</numerusform>
            <numerusform>Take %n cases over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) can go over</source>
        <translation>
            <numerusform>%n case can go over</numerusform>
            <numerusform>%n cases can go over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n stay(s) where it is</source>
        <translation>
            <numerusform>, %n stays where it is</numerusform>
            <numerusform>, %n stay where they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done: %n case(s) follow this regulation from now on, each says so in its timeline.</source>
        <translation>
            <numerusform>Done: %n case follows this regulation from now on and says so in its timeline.</numerusform>
            <numerusform>Done: %n cases follow this regulation from now on, each says so in its timeline.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::PenaltyEntries</name>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::RegulationPage</name>
    <message numerus="yes">
        <source>%n fault(s): as long as one is left, the file cannot be put in force.</source>
        <translation>
            <numerusform>%n fault: as long as one is left, the file cannot be put in force.</numerusform>
            <numerusform>%n faults: as long as one is left, the file cannot be put in force.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::SearchPage</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::SheetPane</name>
    <message numerus="yes">
        <source>Corrected %n time(s); the timeline shows what it said before.</source>
        <translation>
            <numerusform>Corrected %n time; the timeline shows what it said before.</numerusform>
            <numerusform>Corrected %n times; the timeline shows what it said before.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::StepPane</name>
    <message numerus="yes">
        <source>Other steps: %n ▸</source>
        <translation>
            <numerusform>%n other step ▸</numerusform>
            <numerusform>%n other steps ▸</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::TasksPage</name>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n overdue</source>
        <translation>
            <numerusform>, %n overdue</numerusform>
            <numerusform>, %n overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::TrialPane</name>
    <message numerus="yes">
        <source>%n case(s) come out otherwise; Enter opens one.</source>
        <translation>
            <numerusform>%n case comes out otherwise; Enter opens one.</numerusform>
            <numerusform>%n cases come out otherwise; Enter opens one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::UsePane</name>
    <message numerus="yes">
        <source>%n running case(s) keep the version they were recorded under; only what is recorded from that day on follows this one.</source>
        <translation>
            <numerusform>%n running case keeps the version it was recorded under; only what is recorded from that day on follows this one.</numerusform>
            <numerusform>%n running cases keep the version they were recorded under; only what is recorded from that day on follows this one.</numerusform>
        </translation>
    </message>
</context>
</TS>
