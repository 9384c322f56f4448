// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/theme.h>
#include <models/deadlinestate.h>
#include <report/period.h>
#include <window/panejob.h>
#include <window/regulationtables.h>
#include <window/trialpane.h>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace huiyin {

namespace {

QString rate(const TrialSum &sum)
{
    const auto all = sum.onTime + sum.late;
    return all == 0
               ? QStringLiteral("—")
               : QStringLiteral("%1 %").arg(
                     100.0 * static_cast<double>(sum.onTime) / static_cast<double>(all), 0, 'f', 1);
}

} // namespace

TrialPane::TrialPane(Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
    , m_period(new QLineEdit(this))
    , m_run(new QPushButton(tr("Try it"), this))
    , m_words(new QLabel(this))
    , m_found(new QWidget(this))
    , m_sums(plainTable(tr("Present and tried"), m_found))
    , m_changes(plainTable(tr("Cases that come out otherwise"), m_found))
    , m_busy(new PaneJob(shell.jobs, m_found))
{
    const auto unit = spacingUnit(font());
    m_period->setText(Period::lastMonthBefore(shell.desk.now().localDay()).toString());
    m_period->setPlaceholderText(QStringLiteral("2026-01-05..2026-02-07"));
    m_period->setAccessibleName(tr("Closed in"));
    m_period->setMaximumWidth(hanWidth(font()) * 14);
    auto *label = new QLabel(tr("Closed in"), this);
    label->setBuddy(m_period);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setText(
        tr("Counts the closed cases of a period anew under this regulation: a month 2026-03, a "
           "quarter 2026-Q1, a year, or from..to. Nothing is written."));
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_period);
    row->addWidget(m_run);
    row->addStretch();
    auto *found = new QVBoxLayout(m_found);
    found->setContentsMargins(0, 0, 0, 0);
    found->addWidget(m_sums);
    found->addWidget(m_changes, 1);
    found->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(unit * 2, unit * 2, unit * 2, unit);
    column->setSpacing(unit * 2);
    column->addLayout(row);
    column->addWidget(m_words);
    column->addWidget(m_found, 1);
    connect(m_run, &QPushButton::clicked, this, &TrialPane::run);
    connect(m_period, &QLineEdit::returnPressed, this, &TrialPane::run);
    connect(m_changes, &QTableWidget::cellActivated, this, &TrialPane::openCase);
    connect(m_busy, &PaneJob::stopped, this, [this] {
        m_words->setText(tr("The trial was stopped; nothing was changed."));
    });
    m_sums->hide();
    m_changes->hide();
}

bool TrialPane::running() const { return m_busy->running(); }

void TrialPane::setPeriod(const QString &period) { m_period->setText(period); }

void TrialPane::setPack(const std::optional<Regulation> &pack)
{
    m_busy->drop();
    m_pack = pack;
    m_run->setEnabled(pack.has_value());
    m_sums->hide();
    m_changes->hide();
}

void TrialPane::run()
{
    const auto period = Period::parse(m_period->text().trimmed());
    if (!period || !m_pack) {
        m_words->setText(period ? tr("A faulty or overlay regulation cannot be tried by itself.")
                                : m_shell.sentence(period.error()));
        return;
    }
    m_words->clear(); // what was said of the trial before is not about this one
    m_busy->start(
        tr("Trying the regulation on closed cases"),
        [here = QPointer<TrialPane>(this), pack = *m_pack, period = *period](
            Desk &desk, const Progress &progress) -> JobRunner::Finish {
            return [here, report = desk.tryRegulation(pack, period.from(), period.to(), progress)] {
                if (here) {
                    here->take(report);
                }
            };
        },
        [here = QPointer<TrialPane>(this)](const Error &error) {
            if (here) {
                here->take(error);
            }
        });
}

void TrialPane::take(const Result<TrialReport> &report)
{
    if (!report) {
        m_words->setText(m_shell.sentence(report.error()));
        return;
    }
    RegulationTable sums{
        {tr("Closed cases: %1").arg(report->cases), tr("As it was"), tr("As tried")}, 0, {}};
    const auto add = [&](const QString &what, qint64 present, qint64 tried) {
        sums.rows.append({{what, QString::number(present), QString::number(tried)}, {}, false});
    };
    sums.rows.append({{tr("On-time rate"), rate(report->present), rate(report->tried)}, {}, false});
    add(tr("On time"), report->present.onTime, report->tried.onTime);
    add(tr("Overdue"), report->present.late, report->tried.late);
    add(tr("Without a deadline"), report->present.withoutClock, report->tried.withoutClock);
    add(tr("Clocks"), report->present.clocks, report->tried.clocks);
    add(tr("Clocks overdue"), report->present.lateClocks, report->tried.lateClocks);
    add(tr("Reminders"), report->present.told, report->tried.told);
    fillTable(m_sums, sums);
    // The few sums stand whole, the figures under each other; the rest is for the cases.
    auto height = m_sums->horizontalHeader()->height() + 2 * m_sums->frameWidth();
    for (int row = 0; row < m_sums->rowCount(); ++row) {
        height += m_sums->rowHeight(row);
        for (const int column : {1, 2}) {
            m_sums->item(row, column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        }
    }
    m_sums->setFixedHeight(height);
    RegulationTable changes{
        {tr("Case no."), tr("As it was"), tr("Due then"), tr("As tried"), tr("Due when tried")},
        4,
        {}};
    const auto now = m_shell.desk.now();
    const auto verdict = [](const std::optional<bool> &onTime) {
        return !onTime ? tr("no deadline") : *onTime ? tr("on time") : tr("overdue");
    };
    const auto moment = [now](const std::optional<Instant> &due) {
        return due ? DeadlineState::momentText(*due, now) : QString();
    };
    for (const auto &one : report->changed) {
        changes.rows.append({{one.caseNo,
                              verdict(one.present),
                              moment(one.presentDue),
                              verdict(one.tried),
                              moment(one.triedDue)},
                             {},
                             false});
    }
    fillTable(m_changes, changes);
    m_sums->show();
    m_changes->setVisible(!report->changed.isEmpty());
    m_words->setText(report->cases == 0 ? tr("No case was closed in this period; choose another.")
                     : report->changed.isEmpty()
                         ? tr("Every case comes out as it was.")
                         : tr("%n case(s) come out otherwise; Enter opens one.",
                              nullptr,
                              static_cast<int>(report->changed.size())));
}

void TrialPane::openCase(int row)
{
    if (const auto *item = m_changes->item(row, 0)) {
        if (const auto id = m_shell.desk.reader().byNumber(item->text())) {
            emit caseWanted(*id);
        } else {
            m_words->setText(m_shell.sentence(id.error()));
        }
    }
}

} // namespace huiyin
