// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/theme.h>
#include <models/deadlinestate.h>
#include <window/caselink.h>
#include <window/heading.h>
#include <window/samecaller.h>

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace huiyin {

namespace {

constexpr int kMost = 6;
constexpr double kMarginsHan = 4;

} // namespace

SameCaller::SameCaller(Shell &shell, double han, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
    , m_han(han)
    , m_cases(new QVBoxLayout)
{
    const auto unit = spacingUnit(font());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(unit * 2);
    auto *heading = new Heading(1, this);
    heading->setText(tr("Same caller"));
    column->addWidget(heading);
    m_cases->setSpacing(unit);
    column->addLayout(m_cases);
}

void SameCaller::showCase(const CaseFile &caseFile)
{
    while (auto *item = m_cases->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    QVector<CaseRow> rows;
    const auto phone = caseFile.text(u"phone");
    if (!phone.isEmpty()) {
        CaseFilter filter;
        filter.phone = phone;
        filter.sort = CaseSort::Received;
        filter.descending = true;
        if (const auto page = m_shell.desk.reader().page(filter, {}, kMost + 1)) {
            rows = page->rows;
        }
    }
    const auto ground = m_shell.ground();
    for (const auto &row : std::as_const(rows)) {
        if (row.id == caseFile.id) {
            continue;
        }
        QStringList words{stageLabel(ground, row.stage, row.pack), row.category};
        words.removeAll(QString());
        const auto room = static_cast<int>((m_han - kMarginsHan) * hanWidth(font()));
        auto *button = new CaseLink(row.caseNo, words.join(QStringLiteral(" · ")), room, this);
        connect(button, &QPushButton::clicked, this, [this, id = row.id] { emit caseWanted(id); });
        m_cases->addWidget(button, 0, Qt::AlignLeft);
    }
    if (m_cases->count() == 0) {
        m_cases->addWidget(new QLabel(phone.isEmpty() ? tr("No phone number was given.")
                                                      : tr("No other case from this number."),
                                      this));
    }
}

} // namespace huiyin
