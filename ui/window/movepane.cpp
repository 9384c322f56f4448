// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/theme.h>
#include <models/deadlinestate.h>
#include <window/movepane.h>
#include <window/panejob.h>
#include <window/regulationtables.h>

#include <QHBoxLayout>
#include <QHash>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace huiyin {

MovePane::MovePane(Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
    , m_list(new QPushButton(tr("List what would change"), this))
    , m_reason(new QLineEdit(this))
    , m_editor(new QWidget(this))
    , m_words(new QLabel(this))
    , m_table(plainTable(tr("Running cases"), this))
    , m_busy(new PaneJob(shell.jobs, m_table))
{
    const auto unit = spacingUnit(font());
    m_move = new QPushButton(tr("Take %n case(s) over", nullptr, 0), m_editor);
    m_move->setAccessibleName(m_move->text());
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("Reason, kept with every case"));
    m_list->setAccessibleName(m_list->text());
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    auto *head = new QHBoxLayout;
    head->addWidget(m_list);
    head->addStretch();
    auto *row = new QHBoxLayout(m_editor);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(unit * 2);
    row->addWidget(m_reason, 1);
    row->addWidget(m_move);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(unit * 2, unit * 2, unit * 2, unit);
    column->setSpacing(unit * 2);
    column->addLayout(head);
    column->addWidget(m_words);
    column->addWidget(m_table, 1);
    column->addWidget(m_editor);
    column->addStretch(); // without a list the words stay at the top
    connect(m_list, &QPushButton::clicked, this, &MovePane::list);
    connect(m_move, &QPushButton::clicked, this, &MovePane::move);
    connect(m_reason, &QLineEdit::returnPressed, m_move, &QPushButton::click);
    connect(m_busy, &PaneJob::stopped, this, [this] { say(tr("Stopped; nothing was changed.")); });
    connect(m_table, &QTableWidget::cellActivated, this, [this](int at) {
        if (m_plan && at < m_plan->rows.size()) {
            emit caseWanted(m_plan->rows.at(at).caseId);
        }
    });
    setRegulation({}, {});
}

bool MovePane::running() const { return m_busy->running(); }

void MovePane::setRegulation(const QString &id, const QStringList &with)
{
    m_busy->drop();
    m_id = id;
    m_with = with;
    m_plan.reset();
    m_table->setRowCount(0);
    m_table->hide();
    m_editor->hide();
    m_list->setEnabled(!id.isEmpty());
    say(id.isEmpty()
            ? tr("Running cases go over to a regulation that is kept here. A file is put in force "
                 "first; an overlay is ticked beside the regulation it goes with.")
            : tr("Running cases keep the regulation they were recorded under. Here they can go "
                 "over to this one, after the list of what changes was seen. Nothing is written "
                 "before."));
}

void MovePane::say(const QString &words) { m_words->setText(words); }

void MovePane::list()
{
    m_table->show();
    m_busy->start(
        tr("Counting running cases anew"),
        [here = QPointer<MovePane>(this), id = m_id, with = m_with](
            Desk &desk, const Progress &progress) -> JobRunner::Finish {
            return [here, plan = desk.planMove(id, with, {}, progress)] {
                if (here) {
                    here->take(plan);
                }
            };
        },
        [here = QPointer<MovePane>(this)](const Error &error) {
            if (here) {
                here->take(error);
            }
        });
}

QString MovePane::changeWords(const MoveRow &row) const
{
    QStringList words;
    for (const Finding &finding : row.findings) {
        words.append(m_shell.sentence(finding));
    }
    const auto now = m_shell.desk.now();
    const auto moment = [now](const std::optional<Instant> &due) {
        return due ? DeadlineState::momentText(*due, now) : tr("open");
    };
    for (const ClockChange &change : row.clocks) {
        const auto name = m_shell.language == Language::Chinese ? change.zh : change.en;
        switch (change.what) {
        case ClockChange::What::Kept:
            break;
        case ClockChange::What::Recounted:
            words.append(tr("%1: %2 → %3").arg(name, moment(change.before), moment(change.after)));
            break;
        case ClockChange::What::Cancelled:
            words.append(tr("%1 ends (%2)").arg(name, moment(change.before)));
            break;
        case ClockChange::What::Started:
            words.append(tr("%1 begins, due %2").arg(name, moment(change.after)));
            break;
        }
    }
    return words.isEmpty() ? tr("no due time moves") : words.join(QStringLiteral("; "));
}

void MovePane::take(const Result<MovePlan> &plan)
{
    if (!plan) {
        say(m_shell.sentence(plan.error()));
        return;
    }
    m_plan = *plan;
    RegulationTable table{
        {tr("Case no."), tr("Stage"), tr("Now under"), tr("Goes over"), tr("What changes")}, 4, {}};
    QHash<QString, QString> names;
    for (const Regulation &pack : m_shell.desk.regulations()) {
        names.insert(pack.id, m_shell.language == Language::Chinese ? pack.zh : pack.en);
    }
    const auto ground = m_shell.ground();
    for (const MoveRow &row : m_plan->rows) {
        const auto changes = changeWords(row);
        table.rows.append(
            {{row.caseNo,
              stageLabel(ground, row.stage, packText({row.from.id, row.from.version}, {})),
              tr("%1, version %2").arg(names.value(row.from.id, row.from.id)).arg(row.from.version),
              row.goes() ? tr("yes") : tr("no"),
              changes},
             changes,
             !row.goes()});
    }
    fillTable(m_table, table);
    const auto going = static_cast<int>(std::count_if(
        m_plan->rows.cbegin(), m_plan->rows.cend(), [](const MoveRow &row) { return row.goes(); }));
    const auto staying = static_cast<int>(m_plan->rows.size()) - going;
    m_table->setVisible(!m_plan->rows.isEmpty());
    m_editor->setVisible(going > 0);
    m_move->setText(tr("Take %n case(s) over", nullptr, going));
    m_move->setAccessibleName(m_move->text());
    say(m_plan->rows.isEmpty()
            ? tr("Every running case follows this regulation already.")
            : tr("%n case(s) can go over", nullptr, going) +
                  (staying > 0 ? tr(", %n stay(s) where it is", nullptr, staying) : QString()) +
                  tr(". Look through the list before."));
    if (going > 0) {
        m_reason->setFocus();
    }
}

void MovePane::move()
{
    if (!m_plan) {
        return;
    }
    m_busy->startLasting(
        tr("Taking running cases over"),
        [here = QPointer<MovePane>(this),
         &window = m_shell.desk,
         plan = *m_plan,
         reason = m_reason->text().trimmed()](Desk &desk,
                                              const Progress &progress) -> JobRunner::Finish {
            return [here, &window, outcome = desk.moveCases(plan, reason, progress)] {
                window.reread();
                if (here) {
                    here->moved(outcome);
                }
            };
        },
        [here = QPointer<MovePane>(this)](const Error &error) {
            if (here) {
                here->moved(error);
            }
        });
}

void MovePane::moved(const Result<Outcome> &outcome)
{
    QStringList sentences;
    if (!outcome) {
        sentences.append(m_shell.sentence(outcome.error()));
    }
    for (const Finding &finding : outcome ? outcome->findings : Findings()) {
        sentences.append(m_shell.sentence(finding));
    }
    const bool done = outcome && !refuses(outcome->findings);
    if (!done) {
        say(sentences.join(QLatin1Char('\n')));
        m_reason->setFocus();
        return;
    }
    const auto going = static_cast<int>(std::count_if(
        m_plan->rows.cbegin(), m_plan->rows.cend(), [](const MoveRow &row) { return row.goes(); }));
    const auto stayed = static_cast<int>(outcome->findings.size()); // each names one case
    m_reason->clear();
    m_list->setFocus();
    m_editor->hide();
    m_table->hide();
    m_plan.reset();
    sentences.prepend(tr("Done: %n case(s) follow this regulation from now on, each says so in its "
                         "timeline.",
                         nullptr,
                         going - stayed));
    say(sentences.join(QLatin1Char('\n')));
}

} // namespace huiyin
