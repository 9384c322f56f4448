// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/casefile.h>
#include <window/page.h>

#include <QHash>
#include <QJsonObject>
#include <QWidget>

#include <vector>

class QCheckBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace huiyin {

class DependantRows;
class FindingBar;
class MoneyEdit;
class PaperGrid;
class QuietLabel;

/// The compensation sheet of a case: the pack's items with what each is computed from, the sum
/// while one types, and its recording.
class CompensationPane : public QWidget
{
    Q_OBJECT

public:
    explicit CompensationPane(Shell &shell, QWidget *parent = nullptr);

    void showCase(const CaseFile &caseFile, const QVector<StepOffer> &steps);

    /// As the step `compensate` takes it.
    [[nodiscard]] QJsonObject input() const;

    void submit();
    void recorded();
    void showFindings(const Findings &findings);
    void showError(const Error &error);

    [[nodiscard]] bool dirty() const { return m_dirty; }

signals:
    void submitted(const QString &action, const QJsonObject &input);

private:
    struct Line
    {
        QString item;
        QCheckBox *chosen = nullptr;
        MoneyEdit *amount = nullptr, *daily = nullptr;
        QLineEdit *times = nullptr, *days = nullptr, *evidence = nullptr;
        DependantRows *dependants = nullptr;
        QLabel *sum = nullptr;
        QuietLabel *formula = nullptr, *doubt = nullptr;
    };

    struct Base
    {
        QString id;
        MoneyEdit *money = nullptr; ///< of a parameter in yuan
        QLineEdit *figure = nullptr;
    };

    void build();
    void addBases(QVBoxLayout &column);
    void addLine(QGridLayout &grid, const CompensationRule &rule);
    void addTotal(QVBoxLayout &column);
    void resumeLine(Line &line, const QJsonObject &recorded);
    void typed();
    void reckon();
    [[nodiscard]] QString words(const QString &zh, const QString &en) const;

    Shell &m_shell;
    std::optional<CaseFile> m_case;
    QString m_shown; ///< items and pack on the screen; another set is built anew
    QVBoxLayout *m_column = nullptr;
    QWidget *m_page = nullptr;
    std::vector<Line> m_lines;
    std::vector<Base> m_bases;
    MoneyEdit *m_paidBefore = nullptr;
    QLabel *m_total = nullptr;
    QuietLabel *m_approval = nullptr;
    PaperGrid *m_grid = nullptr;
    FindingBar *m_bar = nullptr;
    QPushButton *m_record = nullptr;
    bool m_allowed = false;
    bool m_dirty = false;
};

} // namespace huiyin
